package dev.kindred.tools.read;

/**
 * Input that cannot be used. The message is complete, for people: {@code <file>:<line>: <what is
 * wrong, the value, what was expected>; <what to do>}; without the line when the whole file is
 * meant.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param file the file as the caller named it
   * @param line from 1; 0 when the whole file is meant
   * @param problem what is wrong, the value, what was expected
   * @param advice what to do
   */
  public InputException(String file, long line, String problem, String advice) {
    this(file, line, problem, advice, null);
  }

  public InputException(String file, long line, String problem, String advice, Throwable cause) {
    super((line > 0 ? file + ":" + line : file) + ": " + problem + "; " + advice, cause);
  }
}
