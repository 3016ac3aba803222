package dev.kindred.internal.math;

import jdk.incubator.vector.FloatVector;

/** Kernels on the Vector API. Only {@link KernelChoice} names this class, and only as a string. */
final class VectorKernels implements Kernels {

  private static final int BITS = FloatVector.SPECIES_PREFERRED.vectorBitSize();

  private final VectorGemm gemm;

  VectorKernels() {
    this(hasManyRegisters() ? new Micro8x2() : new Micro4x2());
  }

  VectorKernels(MicroKernel micro) {
    if (BITS < 128 || BITS > 512) {
      throw new LinkageError("no kernels for vectors of " + BITS + " bits");
    }
    gemm = new VectorGemm(micro);
  }

  /** Whether there are 32 vector registers: with AVX-512 and on ARM, not with AVX2 or SSE. */
  private static boolean hasManyRegisters() {
    return BITS == 512 || "aarch64".equals(System.getProperty("os.arch"));
  }

  @Override
  public String name() {
    return "vector-" + BITS;
  }

  @Override
  public float dot(float[] x, int xo, float[] y, int yo, int n) {
    return VectorLoops.dot(x, xo, y, yo, n);
  }

  @Override
  public void axpy(float alpha, float[] x, int xo, float[] y, int yo, int n) {
    VectorLoops.axpy(alpha, x, xo, y, yo, n);
  }

  @Override
  public void scale(float alpha, float[] x, int xo, int n) {
    VectorLoops.scale(alpha, x, xo, x, xo, n);
  }

  @Override
  public void multiply(float[] x, int xo, float[] y, int yo, int n) {
    VectorElements.multiply(x, xo, y, yo, n);
  }

  @Override
  public void addProduct(
      float alpha, float[] x, int xo, float[] y, int yo, float[] z, int zo, int n) {
    VectorElements.addProduct(alpha, x, xo, y, yo, z, zo, n);
  }

  @Override
  public void drop(int key, int threshold, float keep, float[] x, int xo, int n) {
    VectorElements.drop(key, threshold, keep, x, xo, n);
  }

  @Override
  public float sum(float[] x, int xo, int n) {
    return VectorElements.sum(x, xo, n);
  }

  @Override
  public float max(float[] x, int xo, int n) {
    return VectorExponential.max(x, xo, n);
  }

  @Override
  public float exp(float shift, float[] x, int xo, int n) {
    return VectorExponential.exp(shift, x, xo, n);
  }

  @Override
  public void maxColumns(int m, int n, float[] x, int xo, int ldx, float[] max) {
    VectorExponential.maxColumns(m, n, x, xo, ldx, max);
  }

  @Override
  public void expColumns(int m, int n, float[] shift, float[] x, int xo, int ldx, float[] sum) {
    VectorExponential.expColumns(m, n, shift, x, xo, ldx, sum);
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
    int i = 0;
    for (; i + 4 <= m; i += 4) {
      int at = xo + i * incx;
      int row = ao + i * lda;
      VectorLoops.axpy4(
          alpha * x[at],
          alpha * x[at + incx],
          alpha * x[at + 2 * incx],
          alpha * x[at + 3 * incx],
          a,
          row,
          row + lda,
          row + 2 * lda,
          row + 3 * lda,
          y,
          yo,
          n);
    }
    for (; i < m; i++) {
      VectorLoops.axpy(alpha * x[xo + i * incx], a, ao + i * lda, y, yo, n);
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
    if (m < VectorGemm.MIN_ROWS) {
      for (int i = 0; i < m; i++) {
        gemvTransA(k, n, alpha, b, bo, ldb, a, ao + i * lda, 1, c, co + i * ldc);
      }
    } else {
      gemm.add(false, m, n, k, alpha, a, ao, lda, b, bo, ldb, c, co, ldc);
    }
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
    if (m < VectorGemm.MIN_ROWS) {
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          float dot = VectorLoops.dot(a, ao + i * lda, b, bo + j * ldb, k);
          c[co + i * ldc + j] = Math.fma(alpha, dot, c[co + i * ldc + j]);
        }
      }
    } else {
      gemm.addTransB(m, n, k, alpha, a, ao, lda, b, bo, ldb, c, co, ldc);
    }
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
    if (m < VectorGemm.MIN_ROWS) {
      for (int i = 0; i < m; i++) {
        gemvTransA(k, n, alpha, b, bo, ldb, a, ao + i, lda, c, co + i * ldc);
      }
    } else {
      gemm.add(true, m, n, k, alpha, a, ao, lda, b, bo, ldb, c, co, ldc);
    }
  }

  @Override
  public void syrk(int n, int k, float[] a, int ao, int lda, float[] c, int co, int ldc) {
    gemm.syrk(n, k, a, ao, lda, c, co, ldc);
  }

  @Override
  public void gatherGram(
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
    for (int start = from; start < to; start += GATHER_ROWS) {
      int end = Math.min(to, start + GATHER_ROWS);
      int i = start;
      for (; i + 4 <= end; i += 4) {
        VectorLoops.copyAndAdd4(rows, i, w, c, y, ldy, k, scratch, (i - start) * k, b);
      }
      for (; i < end; i++) {
        float root = (float) Math.sqrt(w[i]);
        VectorLoops.copyAndAdd(root, c[i], y, rows[i] * ldy, scratch, (i - start) * k, b, k);
      }
      gemm.syrk(end - start, k, scratch, 0, k, a, 0, k);
    }
  }

  @Override
  public void gatherApply(
      int from,
      int to,
      int[] rows,
      float[] w,
      float[] y,
      int ldy,
      int k,
      float[] x,
      int xo,
      float[] out,
      int oo) {
    VectorLoops.gather(from, to, rows, w, null, y, ldy, k, x, xo, out, oo);
  }

  @Override
  public void gatherResidual(
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
    VectorLoops.gather(from, to, rows, w, c, y, ldy, k, x, xo, out, oo);
  }
}
