package dev.kindred.internal.math;

/** Left-looking blocked Cholesky, written on other kernels. */
final class Cholesky {

  /** Rows factored at a time, and a divisor of {@link Kernels#PAD}. */
  private static final int BLOCK = 8;

  private Cholesky() {}

  static void factor(Kernels kernels, int k, float[] a, int ao, int lda) {
    if (k % Kernels.PAD == 0) {
      factorPadded(kernels, k, a, ao, lda);
      return;
    }
    int ld = Kernels.padded(k);
    float[] t = new float[ld * ld];
    for (int i = 0; i < k; i++) {
      System.arraycopy(a, ao + i * lda + i, t, i * ld + i, k - i);
    }
    for (int i = k; i < ld; i++) {
      t[i * ld + i] = 1;
    }
    factorPadded(kernels, ld, t, 0, ld);
    for (int i = 0; i < k; i++) {
      System.arraycopy(t, i * ld + i, a, ao + i * lda + i, k - i);
    }
  }

  private static void factorPadded(Kernels kernels, int k, float[] a, int ao, int lda) {
    for (int i = 0; i < k; i += BLOCK) {
      // Starting left of the diagonal keeps every width a multiple of PAD.
      int from = i / Kernels.PAD * Kernels.PAD;
      int row = ao + i * lda + from;
      kernels.gemmTransA(BLOCK, k - from, i, -1, a, ao + i, lda, a, ao + from, lda, a, row, lda);
      for (int p = i; p < i + BLOCK; p++) {
        factorRow(kernels, p, i + BLOCK, from, k - from, a, ao, lda);
      }
    }
  }

  /** Scales row p by its pivot and takes it out of the rows after it in the block. */
  private static void factorRow(
      Kernels kernels, int p, int end, int from, int width, float[] a, int ao, int lda) {
    int row = ao + p * lda;
    float pivot = a[row + p];
    if (!(pivot > 0)) {
      throw new NotPositiveDefiniteException(p, pivot);
    }
    kernels.scale((float) (1 / Math.sqrt(pivot)), a, row + from, width);
    for (int q = p + 1; q < end; q++) {
      kernels.axpy(-a[row + q], a, row + from, a, ao + q * lda + from, width);
    }
  }

  static void solve(Kernels kernels, int k, float[] u, int uo, int ldu, float[] b, int bo) {
    for (int p = 0; p < k; p++) {
      int diagonal = uo + p * ldu + p;
      float y = b[bo + p] / u[diagonal];
      b[bo + p] = y;
      kernels.axpy(-y, u, diagonal + 1, b, bo + p + 1, k - p - 1);
    }
    for (int p = k - 1; p >= 0; p--) {
      int diagonal = uo + p * ldu + p;
      float sum = kernels.dot(u, diagonal + 1, b, bo + p + 1, k - p - 1);
      b[bo + p] = (b[bo + p] - sum) / u[diagonal];
    }
  }
}
