package dev.kindred.tools.train.related;

/** Dunning's log-likelihood ratio of a 2×2 table: 0 when its rows and columns are independent. */
final class LikelihoodRatio {
  private LikelihoodRatio() {}

  /**
   * G² of the table, never below 0. Counts may be fractions.
   *
   * @param both how often both happened
   * @param first how often the first did
   * @param second how often the second did
   * @param all how often anything might have
   */
  static double of(double both, double first, double second, double all) {
    double neither = Math.max(0, all - first - second + both);
    double cells =
        xLogX(both)
            + xLogX(Math.max(0, first - both))
            + xLogX(Math.max(0, second - both))
            + xLogX(neither);
    double margins = xLogX(first) + xLogX(all - first) + xLogX(second) + xLogX(all - second);
    return Math.max(0, 2 * (cells - margins + xLogX(all)));
  }

  private static double xLogX(double x) {
    return x <= 0 ? 0 : x * Math.log(x);
  }
}
