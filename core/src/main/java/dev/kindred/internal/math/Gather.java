package dev.kindred.internal.math;

/** Sums over chosen rows of a factor matrix, written on other kernels. */
final class Gather {

  private Gather() {}

  static void gram(
      Kernels kernels,
      int from,
      int to,
      int[] rows,
      float[] w,
      float[] c,
      float[] y,
      int ldy,
      int k,
      float[] a,
      float[] b,
      float[] scratch) {
    for (int start = from; start < to; start += Kernels.GATHER_ROWS) {
      int end = Math.min(to, start + Kernels.GATHER_ROWS);
      for (int i = start; i < end; i++) {
        int source = rows[i] * ldy;
        int target = (i - start) * k;
        System.arraycopy(y, source, scratch, target, k);
        kernels.scale((float) Math.sqrt(w[i]), scratch, target, k);
        kernels.axpy(c[i], y, source, b, 0, k);
      }
      kernels.syrk(end - start, k, scratch, 0, k, a, 0, k);
    }
  }

  /** Coefficients c − w·(y·x), or w·(y·x) when c is null. */
  static void pass(
      Kernels kernels,
      int from,
      int to,
      int[] rows,
      float[] w,
      float[] c,
      float[] y,
      int ldy,
      int k,
      float[] x,
      int xo,
      float[] out,
      int oo) {
    for (int i = from; i < to; i++) {
      int row = rows[i] * ldy;
      float product = w[i] * kernels.dot(y, row, x, xo, k);
      kernels.axpy(c == null ? product : c[i] - product, y, row, out, oo, k);
    }
  }
}
