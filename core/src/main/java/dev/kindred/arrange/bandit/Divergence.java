package dev.kindred.arrange.bandit;

/** The Kullback–Leibler divergence of Bernoulli distributions, in nats, and its inverse. */
final class Divergence {
  private static final int STEPS = 60;
  private static final double TOLERANCE = 1e-13;

  private Divergence() {}

  /** kl(p, q) for p and q in 0..1; infinite where q excludes what p allows. */
  static double of(double p, double q) {
    double won = p > 0 ? p * Math.log(p / q) : 0;
    double lost = p < 1 ? (1 - p) * Math.log((1 - p) / (1 - q)) : 0;
    return Math.max(0, won + lost);
  }

  /**
   * The largest q in p..1 with kl(p, q) ≤ bound. Newton's steps from above: the divergence is
   * convex and increasing there, so they come down to the root and never pass it. The start is the
   * smaller of two upper bounds, Pinsker's p + √(bound/2) and the root of the divergence without
   * its term −p·log q.
   */
  static double upper(double p, double bound) {
    if (p >= 1 || bound <= 0) {
      return Math.min(p, 1);
    }
    double entropy = -(1 - p) * Math.log1p(-p) - (p > 0 ? p * Math.log(p) : 0);
    // 1 − q, so that bounds near 1 keep their digits.
    double left = Math.exp(-(bound + entropy) / (1 - p));
    if (p == 0 || left == 0) {
      return 1 - left;
    }
    left = Math.max(left, 1 - p - Math.sqrt(bound / 2));
    for (int i = 0; i < STEPS; i++) {
      double q = 1 - left;
      // A quotient by left may overflow, its logarithm does not.
      double lost = (1 - p) * (Math.log1p(-p) - Math.log(left));
      double excess = p * Math.log(p / q) + lost - bound;
      double step = excess * q * left / (q - p);
      if (!(step > TOLERANCE * left)) {
        return q;
      }
      left = Math.min(left + step, 1 - p);
    }
    return 1 - left;
  }
}
