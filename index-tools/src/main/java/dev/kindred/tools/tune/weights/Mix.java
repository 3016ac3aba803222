package dev.kindred.tools.tune.weights;

import dev.kindred.internal.math.RowParallel;
import dev.kindred.rank.Normalizer;
import dev.kindred.rank.Part;
import dev.kindred.request.Gate;
import java.util.ArrayList;
import java.util.List;

/**
 * Weights and normalisers of all signals, with the normalised values that follow from them. Mixes
 * of other weights share the values. Immutable and thread-safe.
 */
final class Mix {
  private final Windows windows;
  private final List<Part> parts;
  private final double[] weights;
  private final float[][][] columns;
  private final int threads;

  private Mix(Windows windows, List<Part> parts, float[][][] columns, int threads) {
    this.windows = windows;
    this.parts = List.copyOf(parts);
    this.weights = parts.stream().mapToDouble(Part::weight).toArray();
    this.columns = columns;
    this.threads = threads;
  }

  static Mix of(Windows windows, List<Part> parts, int threads) {
    float[][][] columns = new float[parts.size()][][];
    for (int signal = 0; signal < columns.length; signal++) {
      columns[signal] = column(windows, signal, parts.get(signal), threads);
    }
    return new Mix(windows, parts, columns, threads);
  }

  private static float[][] column(Windows windows, int signal, Part part, int threads) {
    float[][] column = new float[windows.size()][];
    Normalizer normalizer = part.normalizer();
    float missing = (float) part.missing();
    RowParallel.run(
        column.length,
        16,
        threads,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            float[] raw = windows.get(i).raw()[signal];
            float[] values = new float[raw.length];
            for (int d = 0; d < raw.length; d++) {
              values[d] = Float.isNaN(raw[d]) ? missing : (float) normalizer.apply(raw[d]);
            }
            column[i] = values;
          }
        });
    return column;
  }

  int signals() {
    return weights.length;
  }

  double weight(int signal) {
    return weights[signal];
  }

  double[] weights() {
    return weights.clone();
  }

  List<Part> parts() {
    return parts;
  }

  /** The weight that the signal has in one request. */
  double weight(int signal, int request) {
    return weights[signal] * factor(signal, request);
  }

  /** What the signal's gate multiplies its weight by in one request. */
  double factor(int signal, int request) {
    Gate gate = parts.get(signal).gate();
    return gate == null ? 1 : gate.at(windows.get(request).features().get(gate.feature()));
  }

  /** The normalised values of a request's candidates. */
  float[] values(int signal, int request) {
    return columns[signal][request];
  }

  /** With another weight of one signal. */
  Mix weighing(int signal, double weight) {
    List<Part> changed = new ArrayList<>(parts);
    changed.set(signal, parts.get(signal).weighing(weight));
    return new Mix(windows, changed, columns, threads);
  }

  /** With other weights. */
  Mix weighing(double[] others) {
    List<Part> changed = new ArrayList<>();
    for (int signal = 0; signal < others.length; signal++) {
      changed.add(parts.get(signal).weighing(others[signal]));
    }
    return new Mix(windows, changed, columns, threads);
  }

  /** With another gate of one signal. */
  Mix gated(int signal, Gate gate) {
    List<Part> changed = new ArrayList<>(parts);
    changed.set(signal, parts.get(signal).gated(gate));
    return new Mix(windows, changed, columns, threads);
  }

  /** With one signal normalised otherwise; its weight stays. */
  Mix shaped(int signal, Part shape) {
    List<Part> changed = new ArrayList<>(parts);
    changed.set(signal, shape.weighing(weights[signal]));
    float[][][] values = columns.clone();
    values[signal] = column(windows, signal, shape, threads);
    return new Mix(windows, changed, values, threads);
  }

  /** With every fitted normaliser so wide that it is nearly linear; weights stay. */
  Mix wide() {
    Mix mix = this;
    for (int signal = 0; signal < parts.size(); signal++) {
      mix = mix.shaped(signal, Shapes.wide(parts.get(signal)));
    }
    return mix;
  }

  /** The same order with the largest weight at 1, and three digits of each. */
  Mix rounded() {
    double largest = 0;
    for (double weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    double[] round = new double[weights.length];
    for (int i = 0; i < round.length; i++) {
      round[i] = largest == 0 ? 0 : threeDigits(weights[i] / largest);
    }
    return weighing(round);
  }

  private static double threeDigits(double value) {
    if (Math.abs(value) < 1e-6) {
      return 0;
    }
    double unit = Math.pow(10, 2 - Math.floor(Math.log10(Math.abs(value))));
    return Math.round(value * unit) / unit;
  }
}
