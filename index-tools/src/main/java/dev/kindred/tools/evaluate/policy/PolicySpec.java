package dev.kindred.tools.evaluate.policy;

/**
 * A policy as it is written, such as {@code thompson} or {@code epsilon:0.1}.
 *
 * @param text all of it
 * @param kind what stands before the colon
 * @param number what stands behind it; null without a colon
 */
record PolicySpec(String text, String kind, String number) {
  /** How often ε-greedy explores when it is not told. */
  static final double EPSILON = 0.1;

  static PolicySpec of(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new PolicySpec(text, text, null)
        : new PolicySpec(text, text.substring(0, colon), text.substring(colon + 1));
  }

  /** Only ε-greedy has something to set. */
  void requireMeaning() {
    if (number != null && !kind.equals("epsilon")) {
      throw new IllegalArgumentException(
          "policy '" + text + "': " + kind + " takes no number; write " + kind);
    }
  }

  /**
   * @param absent where none is written
   */
  double epsilon(double absent) {
    if (number == null) {
      return absent;
    }
    try {
      double value = Double.parseDouble(number);
      if (value >= 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException("epsilon must be in 0..1, was '" + number + "'");
  }
}
