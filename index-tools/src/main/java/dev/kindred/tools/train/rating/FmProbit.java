package dev.kindred.tools.train.rating;

import dev.kindred.internal.math.Normal;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Stars as levels of an ordered probit: behind each is a value with a normal error of variance 1,
 * cut at thresholds (Albert and Chib 1993). Thresholds are drawn with the values integrated out, by
 * Metropolis steps (Cowles 1996), the values from their truncated normals. Mutable.
 */
final class FmProbit implements FmTarget {
  private static final double FIRST_STEP = 0.02;
  private static final double WANTED_ACCEPTANCE = 0.4;
  private static final double LEAST_MASS = 1e-300;

  private final int[] levels;
  private final double[] cuts;
  private final double[] steps;
  private final double[] values;

  /**
   * @param stars by rating, each one of the levels
   */
  FmProbit(float[] stars, List<Double> levels) {
    this.levels = new int[stars.length];
    this.values = new double[stars.length];
    this.cuts = new double[levels.size() - 1];
    this.steps = new double[cuts.length];
    int[] counts = new int[levels.size()];
    for (int n = 0; n < stars.length; n++) {
      this.levels[n] = levels.indexOf((double) stars[n]);
      counts[this.levels[n]]++;
    }
    double below = 0;
    for (int c = 0; c < cuts.length; c++) {
      below += counts[c] / (double) stars.length;
      cuts[c] = quantile(below);
      steps[c] = FIRST_STEP;
    }
    for (int n = 0; n < values.length; n++) {
      values[n] = Normal.mean(low(cuts, this.levels[n]), high(cuts, this.levels[n]));
    }
  }

  /** By halving; the distribution function is all there is to invert. */
  private static double quantile(double probability) {
    double low = -10;
    double high = 10;
    while (high - low > 1e-9) {
      double middle = (low + high) / 2;
      if (Normal.cumulative(middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double low(double[] cuts, int level) {
    return level == 0 ? Double.NEGATIVE_INFINITY : cuts[level - 1];
  }

  private static double high(double[] cuts, int level) {
    return level == cuts.length ? Double.POSITIVE_INFINITY : cuts[level];
  }

  @Override
  public double[] values() {
    return values;
  }

  @Override
  public double[] cutpoints() {
    return cuts;
  }

  @Override
  public void draw(double[] residuals, SplittableRandom random) {
    for (int c = 0; c < cuts.length; c++) {
      drawCut(c, residuals, random);
    }
    for (int n = 0; n < values.length; n++) {
      double mean = values[n] - residuals[n];
      residuals[n] =
          Truncated.draw(low(cuts, levels[n]) - mean, high(cuts, levels[n]) - mean, random);
      values[n] = mean + residuals[n];
    }
  }

  private void drawCut(int c, double[] residuals, SplittableRandom random) {
    double before = cuts[c];
    double proposed = before + steps[c] * random.nextGaussian();
    double threshold = Math.log(1 - random.nextDouble());
    boolean ordered = proposed > low(cuts, c) && proposed < high(cuts, c + 1);
    double gain = ordered ? gain(c, proposed, residuals) : Double.NEGATIVE_INFINITY;
    boolean accepted = gain > threshold;
    if (accepted) {
      cuts[c] = proposed;
    }
    steps[c] *= Math.exp(0.05 * ((accepted ? 1 : 0) - WANTED_ACCEPTANCE));
  }

  /** How much likelier the stars become when the cut moves. */
  private double gain(int c, double proposed, double[] residuals) {
    double gain = 0;
    for (int n = 0; n < values.length; n++) {
      if (levels[n] == c || levels[n] == c + 1) {
        double mean = values[n] - residuals[n];
        double low = low(cuts, levels[n]) - mean;
        double high = high(cuts, levels[n]) - mean;
        boolean end = levels[n] == c;
        double after =
            end ? Normal.between(low, proposed - mean) : Normal.between(proposed - mean, high);
        gain += Math.log(Math.max(after, LEAST_MASS));
        gain -= Math.log(Math.max(Normal.between(low, high), LEAST_MASS));
      }
    }
    return gain;
  }
}
