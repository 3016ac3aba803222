package dev.kindred.tools.tune.weights;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The rising step function nearest to outcomes, by pooling adjacent violators (Ayer et al., Annals
 * of Mathematical Statistics 1955): what any monotone normaliser could say at best. Immutable.
 */
final class Isotonic {
  private final double[] values;

  private Isotonic(double[] values) {
    this.values = values;
  }

  /**
   * Fits by least squares; equal values of x get one level.
   *
   * @param x not NaN
   * @param y as many
   */
  static Isotonic fit(double[] x, double[] y) {
    Integer[] order = IntStream.range(0, x.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
    double[] level = new double[x.length];
    int[] size = new int[x.length];
    int blocks = 0;
    for (int at = 0; at < order.length; ) {
      int end = at;
      double sum = 0;
      while (end < order.length && x[order[end]] == x[order[at]]) {
        sum += y[order[end++]];
      }
      level[blocks] = sum / (end - at);
      size[blocks++] = end - at;
      at = end;
      blocks = pool(level, size, blocks);
    }
    double[] values = new double[x.length];
    int at = 0;
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < size[block]; i++) {
        values[order[at++]] = level[block];
      }
    }
    return new Isotonic(values);
  }

  /** Joins the last blocks for as long as they fall. */
  private static int pool(double[] level, int[] size, int blocks) {
    int last = blocks - 1;
    while (last > 0 && level[last - 1] >= level[last]) {
      int together = size[last - 1] + size[last];
      level[last - 1] = (level[last - 1] * size[last - 1] + level[last] * size[last]) / together;
      size[last - 1] = together;
      last--;
    }
    return last + 1;
  }

  /** The fitted value of each point, in the order they were given. */
  double[] values() {
    return values.clone();
  }
}
