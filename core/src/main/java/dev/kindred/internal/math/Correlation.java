package dev.kindred.internal.math;

/** Pearson's correlation from running sums. */
public final class Correlation {
  /** Variances below this share of the mean square are rounding, not variance. */
  private static final double ROUNDING = 1e-9;

  private Correlation() {}

  /**
   * The correlation of n pairs (x, y), from −1 to 1. It is 0 where it is undefined, because nothing
   * speaks for likeness there: fewer than two pairs, or either side constant.
   *
   * @param shrinkage added to the denominator, at least 0
   */
  public static double pearson(
      int n, double x, double y, double xx, double yy, double xy, double shrinkage) {
    if (n < 2) {
      return 0;
    }
    double varianceX = xx - x * x / n;
    double varianceY = yy - y * y / n;
    if (varianceX <= ROUNDING * xx || varianceY <= ROUNDING * yy) {
      return 0;
    }
    double r = (xy - x * y / n) / (Math.sqrt(varianceX) * Math.sqrt(varianceY) + shrinkage);
    return Math.clamp(r, -1, 1);
  }
}
