package dev.kindred.internal.math;

/**
 * The standard normal distribution. The distribution function is by Hart (1968) as given by West
 * (2005, "Better approximations to cumulative normal functions"): exact to 14 decimals, and in the
 * far tails to 8 digits.
 */
public final class Normal {
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
  private static final double SPLIT = 7.07106781186547;
  private static final double[] TOP = {
    0.0352624965998911,
    0.700383064443688,
    6.37396220353165,
    33.912866078383,
    112.079291497871,
    221.213596169931,
    220.206867912376
  };
  private static final double[] BOTTOM = {
    0.0883883476483184,
    1.75566716318264,
    16.064177579207,
    86.7807322029461,
    296.564248779674,
    637.333633378831,
    793.826512519948,
    440.413735824752
  };

  private Normal() {}

  /** The density at x. */
  public static double density(double x) {
    return Math.exp(-x * x / 2) / ROOT_TWO_PI;
  }

  /** The probability of a value up to x. */
  public static double cumulative(double x) {
    double tail = tail(Math.abs(x));
    return x > 0 ? 1 - tail : tail;
  }

  /**
   * The probability of a value between the two, without cancellation in the tails.
   *
   * @param high at least {@code low}; both may be infinite
   */
  public static double between(double low, double high) {
    return low > 0 ? tail(low) - tail(high) : cumulative(high) - cumulative(low);
  }

  /** The mean of the values between the two; the nearer end where there are practically none. */
  public static double mean(double low, double high) {
    double mass = between(low, high);
    if (mass < 1e-300) {
      return Math.abs(low) < Math.abs(high) ? low : high;
    }
    return Math.clamp((density(low) - density(high)) / mass, low, high);
  }

  /** The probability of a value above x, which is not negative. */
  private static double tail(double x) {
    if (x > 37) {
      return 0;
    }
    double e = Math.exp(-x * x / 2);
    if (x < SPLIT) {
      return e * polynomial(TOP, x) / polynomial(BOTTOM, x);
    }
    double fraction = x + 0.65;
    for (int i = 4; i >= 1; i--) {
      fraction = x + i / fraction;
    }
    return e / fraction / ROOT_TWO_PI;
  }

  private static double polynomial(double[] coefficients, double x) {
    double value = 0;
    for (double coefficient : coefficients) {
      value = value * x + coefficient;
    }
    return value;
  }
}
