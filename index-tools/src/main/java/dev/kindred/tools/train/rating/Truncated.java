package dev.kindred.tools.train.rating;

import java.util.SplittableRandom;

/** Draws from the standard normal distribution between two bounds (Robert 1995), by rejection. */
final class Truncated {
  private static final double WIDE = 2;

  private Truncated() {}

  /**
   * @param high above {@code low}; both may be infinite
   */
  static double draw(double low, double high, SplittableRandom random) {
    if (high < 0) {
      return -draw(-high, -low, random);
    }
    if (low <= 0 && high - low > WIDE) {
      return plain(low, high, random);
    }
    return low > 0 && (high - low) * low > 1 ? tail(low, high, random) : uniform(low, high, random);
  }

  private static double plain(double low, double high, SplittableRandom random) {
    double x = random.nextGaussian();
    while (x < low || x > high) {
      x = random.nextGaussian();
    }
    return x;
  }

  /** An exponential of the bound's rate, which is near the normal there. */
  private static double tail(double low, double high, SplittableRandom random) {
    double rate = (low + Math.sqrt(low * low + 4)) / 2;
    while (true) {
      double x = low - Math.log(1 - random.nextDouble()) / rate;
      if (x <= high && random.nextDouble() <= Math.exp(-(x - rate) * (x - rate) / 2)) {
        return x;
      }
    }
  }

  private static double uniform(double low, double high, SplittableRandom random) {
    double peak = low > 0 ? low : 0;
    while (true) {
      double x = low + random.nextDouble() * (high - low);
      if (random.nextDouble() <= Math.exp((peak * peak - x * x) / 2)) {
        return x;
      }
    }
  }
}
