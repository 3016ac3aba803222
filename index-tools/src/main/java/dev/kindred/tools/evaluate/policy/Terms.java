package dev.kindred.tools.evaluate.policy;

import dev.kindred.tools.evaluate.metric.Bootstrap;
import java.util.Arrays;

/**
 * An estimate as a ratio of two sums over rounds, which is what all estimators here are: {@code Σ
 * numerators / Σ denominators}.
 */
record Terms(double[] numerators, double[] denominators) {
  double value() {
    return sum(numerators) / sum(denominators);
  }

  /**
   * The same estimate of groups of rounds that depend on each other, such as the places of a page.
   *
   * @param groups by round, from 0; null when every round stands alone
   */
  Terms by(int[] groups) {
    if (groups == null) {
      return this;
    }
    int count = Arrays.stream(groups).max().orElse(-1) + 1;
    double[] above = new double[count];
    double[] below = new double[count];
    for (int i = 0; i < groups.length; i++) {
      above[groups[i]] += numerators[i];
      below[groups[i]] += denominators[i];
    }
    return new Terms(above, below);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** By linearisation (the delta method); for a mean the textbook's deviation over √n. */
  double standardError() {
    double value = value();
    double mean = sum(denominators) / denominators.length;
    double[] residuals = new double[numerators.length];
    Arrays.setAll(residuals, i -> (numerators[i] - value * denominators[i]) / mean);
    return Bootstrap.deviation(residuals) / Math.sqrt(residuals.length);
  }

  /** The value over each resample of rounds, sorted. */
  double[] resampled(Bootstrap bootstrap) {
    double[] values =
        bootstrap.values(
            numerators.length,
            sample -> {
              double above = 0;
              double below = 0;
              for (int i : sample) {
                above += numerators[i];
                below += denominators[i];
              }
              return above / below;
            });
    Arrays.sort(values);
    return values;
  }
}
