package dev.kindred.tools.train.matrix;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.RowParallel;

/** A sparse matrix times a dense one. */
public final class SparseProduct {
  private static final int CHUNK = 64;

  private SparseProduct() {}

  /**
   * A·X, row-major, the same with any number of threads.
   *
   * @param x one row of {@code width} for each column of A
   */
  public static float[] of(Matrix a, float[] x, int width, int threads) {
    float[] product = new float[Math.multiplyExact(a.rows(), width)];
    RowParallel.run(
        a.rows(),
        CHUNK,
        threads,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            for (int p = a.starts()[row]; p < a.starts()[row + 1]; p++) {
              int column = a.columns()[p];
              Kernels.get().axpy(a.values()[p], x, column * width, product, row * width, width);
            }
          }
        });
    return product;
  }
}
