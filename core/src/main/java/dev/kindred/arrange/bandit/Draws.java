package dev.kindred.arrange.bandit;

import java.util.SplittableRandom;

/** Random numbers of distributions that the JDK does not have. */
final class Draws {
  private Draws() {}

  /** Gamma of that shape and rate 1 (Marsaglia and Tsang 2000). */
  static double gamma(double shape, SplittableRandom random) {
    if (shape < 1) {
      return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double root = 1 + c * x;
      if (root > 0) {
        double v = root * root * root;
        double u = 1 - random.nextDouble();
        double square = x * x;
        if (u < 1 - 0.0331 * square * square
            || Math.log(u) < square / 2 + d * (1 - v + Math.log(v))) {
          return d * v;
        }
      }
    }
  }

  /** Beta with those parameters, both above 0. */
  static double beta(double a, double b, SplittableRandom random) {
    double x = gamma(a, random);
    double y = gamma(b, random);
    // Both underflow only where each parameter is tiny, and then the mass is at 0 and 1.
    return x + y > 0 ? x / (x + y) : random.nextDouble() * (a + b) < a ? 1 : 0;
  }
}
