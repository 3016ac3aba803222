package dev.kindred.tools.read;

/** Decimal numbers as text. Neither NaN nor infinity, nor Java's hexadecimal and suffixes. */
final class Numbers {
  private Numbers() {}

  /** A finite float. */
  static float value(String noun, String raw) throws BadLine {
    float number = (float) finite(noun, raw);
    if (!Float.isFinite(number)) {
      throw bad(noun, raw);
    }
    return number;
  }

  /** A whole number as a Long, any other as a Double. */
  static Number number(String noun, String raw) throws BadLine {
    String text = raw.strip();
    if (whole(text)) {
      return Long.valueOf(text);
    }
    return finite(noun, raw);
  }

  /** Whether this is a number we would read. */
  static boolean isNumber(String raw) {
    try {
      finite("", raw);
      return true;
    } catch (BadLine e) {
      return false;
    }
  }

  static double finite(String noun, String raw) throws BadLine {
    String text = raw.strip();
    if (whole(text)) {
      return Long.parseLong(text);
    }
    if (!decimal(text)) {
      throw bad(noun, raw);
    }
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below like any other text that is no number.
    }
    throw bad(noun, raw);
  }

  private static BadLine bad(String noun, String raw) {
    return new BadLine(
        "the " + noun + " is " + BadLine.quoted(raw) + ", expected a finite decimal number");
  }

  /** Digits with perhaps a minus, and few enough for a long. */
  static boolean whole(String text) {
    int from = text.startsWith("-") ? 1 : 0;
    if (text.length() == from || text.length() - from > 18) {
      return false;
    }
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean decimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789.eE+-".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
