package dev.kindred.tools.tune.weights;

import dev.kindred.rank.Normalizer;
import dev.kindred.rank.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one signal says of candidates beside what users chose, over many requests.
 *
 * @param raw of the candidates about which the signal has an opinion
 * @param chosen 1 for what the user chose, else 0
 */
record Outcome(double[] raw, double[] chosen) {
  private static final int PASSES = 30;
  private static final double ENOUGH = 1e-8;

  /** Of these requests. */
  static Outcome of(Windows windows, int[] requests, int signal) {
    List<double[]> points = new ArrayList<>();
    for (int request : requests) {
      Window window = windows.get(request);
      float[] raw = window.raw()[signal];
      for (int d = 0; d < raw.length; d++) {
        if (!Float.isNaN(raw[d])) {
          points.add(new double[] {raw[d], window.relevant().contains(window.ids()[d]) ? 1 : 0});
        }
      }
    }
    return new Outcome(
        points.stream().mapToDouble(point -> point[0]).toArray(),
        points.stream().mapToDouble(point -> point[1]).toArray());
  }

  /**
   * The chance of being chosen as a logistic of the raw value, by maximum likelihood (Platt 1999),
   * as the part's normaliser; none when the signal does not rise with what is chosen.
   */
  Optional<Part> logistic(Part part, double silent) {
    double mean = mean(raw);
    double deviation = Math.sqrt(variance(raw, mean));
    if (!(deviation > 0) || mean(chosen) == 0) {
      return Optional.empty();
    }
    double[] at = {Math.log(mean(chosen) / (1 - Math.min(mean(chosen), 0.999))), 0};
    for (int pass = 0; pass < PASSES && !newton(at, mean, deviation); pass++) {
      // Each pass moves the two numbers.
    }
    double slope = at[1] / deviation;
    double midpoint = mean - at[0] / slope;
    if (!(slope > 0) || !Double.isFinite(midpoint)) {
      return Optional.empty();
    }
    Normalizer fitted = new Normalizer.Logistic(midpoint, slope);
    return Optional.of(part.normalized(fitted, fitted.apply(silent)));
  }

  /**
   * One step for intercept and slope over standardised values; whether it was too small to tell.
   */
  private boolean newton(double[] at, double mean, double deviation) {
    double g0 = 0;
    double g1 = 0;
    double h00 = 1e-9;
    double h01 = 0;
    double h11 = 1e-9;
    for (int i = 0; i < raw.length; i++) {
      double x = (raw[i] - mean) / deviation;
      double p = 1 / (1 + Math.exp(-(at[0] + at[1] * x)));
      double w = p * (1 - p);
      g0 += chosen[i] - p;
      g1 += (chosen[i] - p) * x;
      h00 += w;
      h01 += w * x;
      h11 += w * x * x;
    }
    double determinant = h00 * h11 - h01 * h01;
    double step0 = (h11 * g0 - h01 * g1) / determinant;
    double step1 = (h00 * g1 - h01 * g0) / determinant;
    double length = Math.max(1, Math.max(Math.abs(step0), Math.abs(step1)));
    at[0] += step0 / length;
    at[1] += step1 / length;
    return Math.max(Math.abs(step0), Math.abs(step1)) < ENOUGH;
  }

  /**
   * How much of what a rising function of the signal could say at best, {@link Isotonic isotonic
   * regression}, a line through the normalised values says: 1 for all, 0 for nothing.
   */
  double explained(Normalizer normalizer) {
    if (raw.length == 0) {
      return 0;
    }
    double[] best = Isotonic.fit(raw, chosen).values();
    double[] said = new double[raw.length];
    for (int i = 0; i < said.length; i++) {
      said[i] = normalizer.apply(raw[i]);
    }
    double meanBest = mean(best);
    double meanSaid = mean(said);
    double together = 0;
    for (int i = 0; i < said.length; i++) {
      together += (said[i] - meanSaid) * (best[i] - meanBest) / said.length;
    }
    double both = variance(said, meanSaid) * variance(best, meanBest);
    return both > 0 && together > 0 ? together * together / both : 0;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }

  private static double variance(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return values.length == 0 ? 0 : squares / values.length;
  }
}
