package dev.kindred.tools.train.rating;

import java.util.SplittableRandom;

/** Draws from the gamma distribution of rate 1 (Marsaglia and Tsang 2000). */
final class Gamma {
  private Gamma() {}

  /**
   * @param shape at least 1/2
   */
  static double draw(double shape, SplittableRandom random) {
    if (shape < 1) {
      return draw(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      v = v * v * v;
      if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
