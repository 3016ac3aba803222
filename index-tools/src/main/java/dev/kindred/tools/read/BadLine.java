package dev.kindred.tools.read;

/** One record that cannot be used; the reader decides whether to go on after it. */
final class BadLine extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param problem what is wrong, the value, what was expected
   */
  BadLine(String problem) {
    super(problem, null, false, false);
  }

  /** The value in quotes, cut when it is long. */
  static String quoted(String value) {
    String shown = value.length() <= 60 ? value : value.substring(0, 57) + "...";
    return '"' + shown.replace("\n", "\\n").replace("\r", "\\r") + '"';
  }
}
