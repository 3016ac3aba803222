package dev.kindred.internal.math;

import java.util.Arrays;

/** Matrices turned, so that kernels read along their rows what stands in columns. */
public final class Transpose {
  private Transpose() {}

  /**
   * Writes the columns of X[n×size] as rows of {@code stride}, with zeros behind the n values.
   *
   * @param ld floats from one row of X to the next
   * @param stride at least n
   */
  public static void of(int n, int size, float[] x, int xo, int ld, float[] target, int stride) {
    for (int j = 0; j < size; j++) {
      int to = j * stride;
      for (int i = 0; i < n; i++) {
        target[to + i] = x[xo + i * ld + j];
      }
      Arrays.fill(target, to + n, to + stride, 0);
    }
  }
}
