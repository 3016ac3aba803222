package dev.kindred.tools.train.domain;

import java.util.stream.IntStream;

/**
 * Users as two domains see them. Immutable by agreement.
 *
 * @param source one row of {@code width} for each user
 * @param target the same
 * @param weights how far each pair is to be believed, 0 to 1
 */
record Pairs(int width, double[][] source, double[][] target, double[] weights) {
  /**
   * Users with a place in both.
   *
   * @param trust so many items make a place half as certain as it can be
   */
  static Pairs of(int width, Places source, Places target, double trust) {
    int[] users =
        IntStream.range(0, source.vectors().length)
            .filter(u -> source.vectors()[u] != null && target.vectors()[u] != null)
            .toArray();
    double[][] s = new double[users.length][];
    double[][] t = new double[users.length][];
    double[] weights = new double[users.length];
    for (int i = 0; i < users.length; i++) {
      s[i] = doubles(source.vectors()[users[i]]);
      t[i] = doubles(target.vectors()[users[i]]);
      weights[i] =
          belief(source.counts()[users[i]], trust) * belief(target.counts()[users[i]], trust);
    }
    return new Pairs(width, s, t, weights);
  }

  private static double belief(int items, double trust) {
    return items / (items + trust);
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  int size() {
    return weights.length;
  }

  /** Those in every fold but this one, or only those in it. */
  Pairs fold(int fold, int folds, boolean in) {
    int[] kept = IntStream.range(0, size()).filter(i -> (i % folds == fold) == in).toArray();
    return new Pairs(
        width,
        IntStream.of(kept).mapToObj(i -> source[i]).toArray(double[][]::new),
        IntStream.of(kept).mapToObj(i -> target[i]).toArray(double[][]::new),
        IntStream.of(kept).mapToDouble(i -> weights[i]).toArray());
  }

  /** The weighted mean of rows. */
  double[] mean(double[][] rows) {
    double[] mean = new double[width];
    double total = 0;
    for (int i = 0; i < size(); i++) {
      total += weights[i];
      for (int f = 0; f < width; f++) {
        mean[f] += weights[i] * rows[i][f];
      }
    }
    for (int f = 0; f < width; f++) {
      mean[f] /= Math.max(total, Double.MIN_NORMAL);
    }
    return mean;
  }
}
