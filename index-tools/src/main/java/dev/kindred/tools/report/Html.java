package dev.kindred.tools.report;

/** Text in markup. */
final class Html {
  private Html() {}

  /** The text, safe in an element and in a quoted attribute. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** An element around markup. */
  static String element(String tag, String attributes, String markup) {
    return "<"
        + tag
        + (attributes.isEmpty() ? "" : " " + attributes)
        + ">"
        + markup
        + "</"
        + tag
        + ">";
  }

  /** An element around text. */
  static String text(String tag, String text) {
    return element(tag, "", escaped(text));
  }
}
