package dev.kindred.internal.math;

/**
 * Level 1 to 3 linear algebra on flat row-major {@code float[]}, single threaded.
 *
 * <p><b>Shapes.</b> A matrix is {@code (array, offset, ld)}: element {@code (i, j)} is {@code
 * array[offset + i * ld + j]}, with {@code ld} at least the number of columns. Any size from 0
 * works; no alignment is required. Widths that are a multiple of {@link #PAD} avoid all tail code,
 * so hold factor matrices with {@code ld = padded(k)} and zeros in the padding. Inputs and outputs
 * must not overlap unless a method says so. Too short an array throws {@link
 * IndexOutOfBoundsException}, with the output undefined.
 *
 * <p><b>Rounding.</b> Sums run in an order fixed by the sizes and the instance, never by timing, so
 * the same call gives the same bits. Two instances (vector and scalar, or two vector widths) agree
 * to rounding only.
 *
 * <p><b>Threads.</b> Instances hold no state and may be shared; arrays are the caller's to guard.
 */
public interface Kernels {

  /** Widths that are a multiple of this many floats are the fast path on every machine. */
  int PAD = 32;

  /** Rows that {@link #gatherGram} copies at a time. */
  int GATHER_ROWS = 128;

  /**
   * The fastest kernels this JVM can run, chosen once. The Vector API needs {@code --add-modules
   * jdk.incubator.vector}; {@code -Dkindred.vector=false} refuses it.
   */
  static Kernels get() {
    return KernelChoice.CHOSEN;
  }

  /** The smallest multiple of {@link #PAD} that is at least {@code k}. */
  static int padded(int k) {
    return Math.addExact(k, PAD - 1) / PAD * PAD;
  }

  /**
   * Which kernels these are, for logs and benchmark reports: {@code vector-512}, {@code scalar}.
   */
  String name();

  /** Returns Σ x[i]·y[i] over {@code n} elements; the two may be the same. */
  float dot(float[] x, int xo, float[] y, int yo, int n);

  /** y += alpha·x over {@code n} elements. */
  void axpy(float alpha, float[] x, int xo, float[] y, int yo, int n);

  /** x *= alpha over {@code n} elements. */
  void scale(float alpha, float[] x, int xo, int n);

  /** y *= x, element by element, over {@code n} of them. */
  default void multiply(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] *= x[xo + i];
    }
  }

  /** z += alpha·x·y, element by element, over {@code n} of them. */
  default void addProduct(
      float alpha, float[] x, int xo, float[] y, int yo, float[] z, int zo, int n) {
    for (int i = 0; i < n; i++) {
      z[zo + i] += alpha * x[xo + i] * y[yo + i];
    }
  }

  /**
   * x[i] becomes 0 where the hash of {@code key + i} is below the threshold, else {@code
   * keep·x[i]}, over {@code n} elements. Every implementation chooses the same.
   *
   * @param threshold hashes are spread evenly over all integers
   */
  default void drop(int key, int threshold, float keep, float[] x, int xo, int n) {
    for (int i = 0; i < n; i++) {
      x[xo + i] = IntHash.of(key, i) < threshold ? 0 : keep * x[xo + i];
    }
  }

  /** Returns Σ x[i] over {@code n} elements. */
  default float sum(float[] x, int xo, int n) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      s0 += x[xo + i];
      s1 += x[xo + i + 1];
      s2 += x[xo + i + 2];
      s3 += x[xo + i + 3];
    }
    for (; i < n; i++) {
      s0 += x[xo + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** The largest of {@code n} elements; negative infinity for none. */
  default float max(float[] x, int xo, int n) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      max = Math.max(max, x[xo + i]);
    }
    return max;
  }

  /**
   * x = e^(x − shift) over {@code n} elements; returns their sum. Exponents below −87 count as −87,
   * those above 88 as 88.
   */
  default float exp(float shift, float[] x, int xo, int n) {
    float sum = 0;
    for (int i = 0; i < n; i++) {
      float e = Exponential.of(x[xo + i] - shift);
      x[xo + i] = e;
      sum += e;
    }
    return sum;
  }

  /** max[j] becomes the larger of itself and column j's largest, of X[m×n]. */
  default void maxColumns(int m, int n, float[] x, int xo, int ldx, float[] max) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        max[j] = Math.max(max[j], x[xo + i * ldx + j]);
      }
    }
  }

  /**
   * X[m×n] = e^(x − shift[j]) in each column j, whose sum is added to sum[j]. As with {@link #exp},
   * exponents are bounded.
   */
  default void expColumns(int m, int n, float[] shift, float[] x, int xo, int ldx, float[] sum) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        int at = xo + i * ldx + j;
        x[at] = Exponential.of(x[at] - shift[j]);
        sum[j] += x[at];
      }
    }
  }

  /**
   * y += alpha·Aᵀx with A[m×n], x[m] read at stride {@code incx}, y[n]. For a symmetric A this is y
   * += alpha·A·x.
   */
  void gemvTransA(
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
      int yo);

  /** C += alpha·A·B with A[m×k], B[k×n], C[m×n]. */
  void gemm(
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
      int ldc);

  /** C += alpha·A·Bᵀ with A[m×k], B[n×k], C[m×n]. */
  void gemmTransB(
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
      int ldc);

  /** C += alpha·Aᵀ·B with A[k×m], B[k×n], C[m×n]. */
  void gemmTransA(
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
      int ldc);

  /**
   * Upper triangle of C += AᵀA with A[n×k], C[k×k]. Elements of C strictly below the diagonal are
   * undefined on return; {@link #mirror} fills them in.
   */
  void syrk(int n, int k, float[] a, int ao, int lda, float[] c, int co, int ldc);

  /** Copies the upper triangle of C[k×k] onto the lower one. */
  default void mirror(int k, float[] c, int co, int ldc) {
    for (int i = 1; i < k; i++) {
      for (int j = 0; j < i; j++) {
        c[co + i * ldc + j] = c[co + j * ldc + i];
      }
    }
  }

  /**
   * Factors a symmetric positive definite A[k×k] = UᵀU in place. Reads the upper triangle and
   * writes U there; elements strictly below the diagonal are undefined on return. Meant for k up to
   * 512.
   *
   * @throws NotPositiveDefiniteException naming the first pivot that is not above zero
   */
  default void cholesky(int k, float[] a, int ao, int lda) {
    Cholesky.factor(this, k, a, ao, lda);
  }

  /** Solves UᵀU·x = b in place in b[k], with U from {@link #cholesky}. */
  default void choleskySolve(int k, float[] u, int uo, int ldu, float[] b, int bo) {
    Cholesky.solve(this, k, u, uo, ldu, b, bo);
  }

  /**
   * The normal equations of one weighted least squares row: upper triangle of A += Σ w[i]·yᵢyᵢᵀ and
   * b += Σ c[i]·yᵢ over {@code from <= i < to}, where yᵢ is the row {@code rows[i]} of Y.
   *
   * @param rows row numbers of Y, not offsets; repeats are allowed
   * @param w weights, at least 0, at the same positions as {@code rows}
   * @param c right hand side coefficients, at the same positions; may be {@code w} itself
   * @param y Y[?×k] with row stride {@code ldy}, from offset 0
   * @param a A[k×k] with row stride {@code k}; undefined strictly below the diagonal on return
   * @param b b[k]
   * @param scratch at least {@code GATHER_ROWS * k} floats, overwritten
   */
  default void gatherGram(
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
    Gather.gram(this, from, to, rows, w, c, y, ldy, k, a, b, scratch);
  }

  /**
   * out += Σ w[i]·(yᵢ·x)·yᵢ over {@code from <= i < to}: the product of {@link #gatherGram}'s
   * matrix with x[k], without forming it. Parameters are those of {@link #gatherGram}.
   */
  default void gatherApply(
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
    Gather.pass(this, from, to, rows, w, null, y, ldy, k, x, xo, out, oo);
  }

  /**
   * out += Σ (c[i] − w[i]·(yᵢ·x))·yᵢ over {@code from <= i < to}: the residual of {@link
   * #gatherGram}'s equations at x[k]. Parameters are those of {@link #gatherGram}.
   */
  default void gatherResidual(
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
    Gather.pass(this, from, to, rows, w, c, y, ldy, k, x, xo, out, oo);
  }
}
