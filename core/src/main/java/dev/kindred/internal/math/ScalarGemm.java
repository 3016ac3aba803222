package dev.kindred.internal.math;

import java.util.Arrays;

/**
 * C += alpha·op(A)·op(B) in loops that the JIT vectorises by itself. It does so only where it can
 * see that the arrays are distinct and the index is the same, hence the copies of B's rows and of
 * C's row into arrays of their own.
 *
 * <p>Operands are given by two strides each, so one class serves every transposition.
 */
final class ScalarGemm {

  private static final int DEPTH = 32;
  private static final int WIDTH = 1024;
  private static final int UNROLL = 8;

  private final float[] a;
  private final int aRow;
  private final int aColumn;
  private final float[] b;
  private final int bRow;
  private final int bColumn;
  private final float alpha;
  private final boolean upper;

  ScalarGemm(
      float[] a,
      int aRow,
      int aColumn,
      float[] b,
      int bRow,
      int bColumn,
      float alpha,
      boolean upper) {
    this.a = a;
    this.aRow = aRow;
    this.aColumn = aColumn;
    this.b = b;
    this.bRow = bRow;
    this.bColumn = bColumn;
    this.alpha = alpha;
    this.upper = upper;
  }

  void add(int m, int n, int k, int ao, int bo, float[] c, int co, int ldc) {
    int width = Math.min(n, WIDTH);
    float[][] panel = new float[DEPTH][width];
    float[] row = new float[width];
    float[] factors = new float[DEPTH];
    for (int j = 0; j < n; j += WIDTH) {
      int nb = Math.min(WIDTH, n - j);
      int last = upper ? Math.min(m, j + nb) : m;
      for (int p = 0; p < k; p += DEPTH) {
        int kb = Math.min(DEPTH, k - p);
        load(panel, kb, nb, bo + p * bRow + j * bColumn);
        for (int i = 0; i < last; i++) {
          int from = upper ? Math.max(0, (i - j) & -16) : 0;
          int at = co + i * ldc + j;
          System.arraycopy(c, at + from, row, from, nb - from);
          loadFactors(factors, ao + i * aRow + p * aColumn, kb);
          addRow(factors, kb, panel, row, from, nb);
          System.arraycopy(row, from, c, at + from, nb - from);
        }
      }
    }
  }

  private void load(float[][] panel, int depth, int width, int bo) {
    for (int p = 0; p < depth; p++) {
      int source = bo + p * bRow;
      if (bColumn == 1) {
        System.arraycopy(b, source, panel[p], 0, width);
      } else {
        loadStrided(panel[p], width, source);
      }
    }
    for (int p = depth; p % UNROLL != 0; p++) {
      Arrays.fill(panel[p], 0, width, 0);
    }
  }

  private void loadStrided(float[] target, int width, int source) {
    for (int j = 0; j < width; j++) {
      target[j] = b[source + j * bColumn];
    }
  }

  /** alpha·A for one row, as an array: with them computed in the call, add8 is not vectorised. */
  private void loadFactors(float[] factors, int ao, int depth) {
    for (int p = 0; p < depth; p++) {
      factors[p] = alpha * a[ao + p * aColumn];
    }
    for (int p = depth; p % UNROLL != 0; p++) {
      factors[p] = 0;
    }
  }

  private static void addRow(float[] f, int depth, float[][] panel, float[] row, int from, int to) {
    for (int p = 0; p < depth; p += UNROLL) {
      add8(
          f[p],
          f[p + 1],
          f[p + 2],
          f[p + 3],
          f[p + 4],
          f[p + 5],
          f[p + 6],
          f[p + 7],
          panel[p],
          panel[p + 1],
          panel[p + 2],
          panel[p + 3],
          panel[p + 4],
          panel[p + 5],
          panel[p + 6],
          panel[p + 7],
          row,
          from,
          to);
    }
  }

  private static void add8(
      float a0,
      float a1,
      float a2,
      float a3,
      float a4,
      float a5,
      float a6,
      float a7,
      float[] b0,
      float[] b1,
      float[] b2,
      float[] b3,
      float[] b4,
      float[] b5,
      float[] b6,
      float[] b7,
      float[] c,
      int from,
      int to) {
    for (int j = from; j < to; j++) {
      float low = Jvm.fma(a1, b1[j], Jvm.fma(a0, b0[j], c[j]));
      float mid = Jvm.fma(a3, b3[j], Jvm.fma(a2, b2[j], low));
      float high = Jvm.fma(a5, b5[j], Jvm.fma(a4, b4[j], mid));
      c[j] = Jvm.fma(a7, b7[j], Jvm.fma(a6, b6[j], high));
    }
  }
}
