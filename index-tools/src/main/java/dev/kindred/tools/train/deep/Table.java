package dev.kindred.tools.train.deep;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.neural.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An embedding table in training: gradients are collected for the rows of a batch and only these
 * are moved, by Adam (Kingma and Ba 2015) in its lazy form, whose averages rest while a row does.
 * Not thread-safe.
 */
final class Table {
  private static final float FIRST = 0.9f;
  private static final float SECOND = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final int width;
  private final float[] values;
  private final float[] gradient;
  private final float[] mean;
  private final float[] square;
  private final boolean[] isTouched;
  private int[] touched = new int[64];
  private int count;
  private final float[] steps = new float[1];

  /**
   * @param values the table itself, row-major; may be empty
   */
  Table(float[] values, int width) {
    this.width = width;
    this.values = values;
    this.gradient = new float[values.length];
    this.mean = new float[values.length];
    this.square = new float[values.length];
    this.isTouched = new boolean[width == 0 ? 0 : values.length / width];
  }

  float[] values() {
    return values;
  }

  int width() {
    return width;
  }

  /** gradient[row] += scale × g[width]. */
  void add(int row, float scale, float[] g, int from) {
    touch(row);
    Kernels.get().axpy(scale, g, from, gradient, row * width, width);
  }

  private void touch(int row) {
    if (!isTouched[row]) {
      isTouched[row] = true;
      touched = count == touched.length ? Arrays.copyOf(touched, 2 * count) : touched;
      touched[count++] = row;
    }
  }

  /** The gradient collected so far; for checks. */
  float[] gradient() {
    return gradient;
  }

  /** Moves the touched rows and forgets their gradients. */
  void step(double rate, double regularization) {
    steps[0]++;
    float size = (float) (rate / (1 - Math.pow(FIRST, steps[0])));
    float correction = (float) (1 / (1 - Math.pow(SECOND, steps[0])));
    float decay = (float) regularization;
    for (int t = 0; t < count; t++) {
      int from = touched[t] * width;
      for (int i = from; i < from + width; i++) {
        float g = gradient[i] + decay * values[i];
        mean[i] = FIRST * mean[i] + (1 - FIRST) * g;
        square[i] = SECOND * square[i] + (1 - SECOND) * g * g;
        float root = (float) Math.sqrt(square[i] * correction);
        values[i] -= size * mean[i] / (root + EPSILON);
        gradient[i] = 0;
      }
      isTouched[touched[t]] = false;
    }
    count = 0;
  }

  /** What Adam knows between two steps. */
  List<Parameter> state() {
    return List.of(
        new Parameter("mean", mean, mean.length),
        new Parameter("square", square, square.length),
        new Parameter("steps", steps, 1));
  }

  /** The same of several, by their places. */
  static List<Parameter> state(List<Table> tables) {
    List<Parameter> all = new ArrayList<>();
    for (int t = 0; t < tables.size(); t++) {
      for (Parameter p : tables.get(t).state()) {
        all.add(new Parameter("table." + t + "." + p.name(), p.values(), p.shape()));
      }
    }
    return all;
  }
}
