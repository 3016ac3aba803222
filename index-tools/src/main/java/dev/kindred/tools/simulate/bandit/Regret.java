package dev.kindred.tools.simulate.bandit;

import java.util.Arrays;

/**
 * What was lost against always playing the best arm, in expectation given the arms played, over
 * several runs. Immutable; callers leave the arrays alone.
 *
 * @param steps at which the loss so far was noted, rising; the last is the horizon
 * @param means by step: the loss so far, mean over runs
 * @param errors by step: the standard error of that mean
 */
public record Regret(int[] steps, double[] means, double[] errors) {
  /** The loss at the horizon. */
  public double last() {
    return means[means.length - 1];
  }

  /** The standard error of {@link #last}. */
  public double lastError() {
    return errors[errors.length - 1];
  }

  /**
   * The exponent a with which the loss grew as {@code tᵃ} in the last half: 1 for who never learns,
   * ½ for {@code √t}, near 0 for a logarithm.
   */
  public double exponent() {
    int half = Arrays.binarySearch(steps, steps[steps.length - 1] / 2);
    return Math.log(last() / means[half]) / Math.log(2);
  }

  /** So many steps, evenly spaced up to the horizon. */
  static int[] steps(int horizon, int count) {
    int[] steps = new int[count];
    Arrays.setAll(steps, i -> (int) ((long) horizon * (i + 1) / count));
    return steps;
  }

  /**
   * @param curves by run and step
   */
  static Regret of(int[] steps, double[][] curves) {
    double[] means = new double[steps.length];
    double[] errors = new double[steps.length];
    for (int s = 0; s < steps.length; s++) {
      for (double[] curve : curves) {
        means[s] += curve[s] / curves.length;
      }
      double squares = 0;
      for (double[] curve : curves) {
        squares += (curve[s] - means[s]) * (curve[s] - means[s]);
      }
      errors[s] = Math.sqrt(squares / (curves.length - 1) / curves.length);
    }
    return new Regret(steps, means, errors);
  }
}
