package dev.kindred.rank.combine.trees;

/**
 * Questions about floats as questions about doubles: whether {@code (float) v} is below, or at
 * most, a float is the same as whether the double {@code v} is at most some other double, because
 * rounding to floats is monotone.
 */
final class Thresholds {
  private Thresholds() {}

  /** The t for which {@code v <= t} exactly when {@code (float) v <= threshold}. */
  static double atMost(float threshold) {
    return lastRoundingBelow(Math.nextUp(threshold));
  }

  /** The t for which {@code v <= t} exactly when {@code (float) v < threshold}. */
  static double below(float threshold) {
    return lastRoundingBelow(threshold);
  }

  /** The largest double that is rounded to a float below this one; NaN when there is none. */
  private static double lastRoundingBelow(float bound) {
    if (bound == Float.NEGATIVE_INFINITY || Float.isNaN(bound)) {
      return Double.NaN;
    }
    if (bound == Float.POSITIVE_INFINITY) {
      double last = Float.MAX_VALUE + (double) Math.ulp(Float.MAX_VALUE) / 2;
      return Math.nextDown(last);
    }
    double middle = ((double) Math.nextDown(bound) + bound) / 2;
    return (float) middle < bound ? middle : Math.nextDown(middle);
  }
}
