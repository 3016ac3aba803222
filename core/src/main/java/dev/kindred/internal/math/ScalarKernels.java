package dev.kindred.internal.math;

/** Kernels in plain Java: what runs when the Vector API is absent. */
final class ScalarKernels implements Kernels {

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public float dot(float[] x, int xo, float[] y, int yo, int n) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      s0 = Jvm.fma(x[xo + i], y[yo + i], s0);
      s1 = Jvm.fma(x[xo + i + 1], y[yo + i + 1], s1);
      s2 = Jvm.fma(x[xo + i + 2], y[yo + i + 2], s2);
      s3 = Jvm.fma(x[xo + i + 3], y[yo + i + 3], s3);
    }
    for (; i < n; i++) {
      s0 = Jvm.fma(x[xo + i], y[yo + i], s0);
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public void axpy(float alpha, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = Jvm.fma(alpha, x[xo + i], y[yo + i]);
    }
  }

  @Override
  public void scale(float alpha, float[] x, int xo, int n) {
    for (int i = 0; i < n; i++) {
      x[xo + i] *= alpha;
    }
  }

  @Override
  public void gemvTransA(
      int m,
      int n,
      float alpha,
      float[] a,
      int ao,
      int lda,
      float[] x,
      int xo,
      int incx,
      float[] y,
      int yo) {
    for (int i = 0; i < m; i++) {
      axpy(alpha * x[xo + i * incx], a, ao + i * lda, y, yo, n);
    }
  }

  @Override
  public void gemm(
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int ao,
      int lda,
      float[] b,
      int bo,
      int ldb,
      float[] c,
      int co,
      int ldc) {
    new ScalarGemm(a, lda, 1, b, ldb, 1, alpha, false).add(m, n, k, ao, bo, c, co, ldc);
  }

  @Override
  public void gemmTransB(
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int ao,
      int lda,
      float[] b,
      int bo,
      int ldb,
      float[] c,
      int co,
      int ldc) {
    new ScalarGemm(a, lda, 1, b, 1, ldb, alpha, false).add(m, n, k, ao, bo, c, co, ldc);
  }

  @Override
  public void gemmTransA(
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int ao,
      int lda,
      float[] b,
      int bo,
      int ldb,
      float[] c,
      int co,
      int ldc) {
    new ScalarGemm(a, 1, lda, b, ldb, 1, alpha, false).add(m, n, k, ao, bo, c, co, ldc);
  }

  @Override
  public void syrk(int n, int k, float[] a, int ao, int lda, float[] c, int co, int ldc) {
    new ScalarGemm(a, 1, lda, a, lda, 1, 1, true).add(k, k, n, ao, ao, c, co, ldc);
  }
}
