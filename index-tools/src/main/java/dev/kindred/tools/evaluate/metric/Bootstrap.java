package dev.kindred.tools.evaluate.metric;

import java.util.SplittableRandom;

/**
 * Resamples users with replacement. Equal seeds draw equal samples, so two runs over the same users
 * are compared in pairs. Immutable and thread-safe. Efron and Tibshirani, 1993.
 *
 * @param resamples how many samples are drawn, at least 2
 * @param seed of the draws
 */
public record Bootstrap(int resamples, long seed) {
  /** 1000 resamples. */
  public static final Bootstrap DEFAULT = new Bootstrap(1000, 42);

  public Bootstrap {
    if (resamples < 2) {
      throw new IllegalArgumentException("a bootstrap needs 2 resamples, was given " + resamples);
    }
  }

  /** A statistic of a multiset of users. */
  @FunctionalInterface
  public interface Statistic {
    double of(int[] sample);
  }

  /** The statistic over each resample of users {@code 0..users-1}. */
  public double[] values(int users, Statistic statistic) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[resamples];
    int[] sample = new int[users];
    for (int i = 0; i < resamples; i++) {
      for (int j = 0; j < users; j++) {
        sample[j] = random.nextInt(users);
      }
      values[i] = statistic.of(sample);
    }
    return values;
  }

  /** The deviation of the tally's value over resamples; NaN for fewer than two users. */
  public double standardError(Tally tally) {
    return tally.users() < 2 ? Double.NaN : deviation(values(tally.users(), tally::value));
  }

  /** The standard deviation of a sample, divided by n − 1. */
  public static double deviation(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
