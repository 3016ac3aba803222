package dev.kindred.model.rating;

import dev.kindred.internal.math.Kernels;

/**
 * Adds up the features of one side: factors and weights, and where features interact with each
 * other, {@code ½(‖Σ v·x‖² − Σ‖v·x‖²)} in the weight (Rendle 2010, lemma 3.1). Not thread-safe.
 */
final class FmSum {
  private final FmModel.Settings settings;
  private final int stride;
  private final float[] row;
  private final double[] squares;

  FmSum(FmModel.Settings settings) {
    this.settings = settings;
    this.stride = settings.factors() + 1;
    this.row = new float[settings.width()];
    this.squares = new double[settings.samples()];
  }

  /** Adds a feature of this strength. */
  void add(float[] rows, int index, float strength) {
    int from = index * row.length;
    Kernels.get().axpy(strength, rows, from, row, 0, row.length);
    for (int s = 0; s < squares.length; s++) {
      squares[s] += strength * (double) strength * square(rows, from + s * stride);
    }
  }

  private double square(float[] rows, int from) {
    return Kernels.get().dot(rows, from, rows, from, stride - 1);
  }

  /** The sum, with the interactions of what was added. Call it once. */
  float[] row() {
    if (settings.own_interactions()) {
      for (int s = 0; s < squares.length; s++) {
        int from = s * stride;
        row[from + stride - 1] += (float) ((square(row, from) - squares[s]) / 2);
      }
    }
    return row;
  }
}
