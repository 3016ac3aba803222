package dev.kindred.internal.math;

/**
 * Matrix products that read their operands in place: best where C has few rows, so that little is
 * done with what would be packed. Others go to {@link PackedGemm}, and so do the columns and rows
 * that do not fill a tile.
 */
final class VectorGemm {

  /** With fewer rows than this, row by row products are faster than tiles. */
  static final int MIN_ROWS = 4;

  /** From so many rows of C on, panels pay. */
  private static final int MANY_ROWS = 64;

  private static final int DEPTH = 256;

  /** A's part per pass of syrk: 48 KB, so that A is read from memory once. */
  private static final int SYRK_FLOATS = 12 * 1024;

  private static final int SYRK_MIN_DEPTH = 64;

  private final MicroKernel micro;
  private final PackedGemm packed;

  VectorGemm(MicroKernel micro) {
    this.micro = micro;
    this.packed = new PackedGemm(micro);
  }

  void add(
      boolean transA,
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
    if (m >= MANY_ROWS) {
      packed.add(transA, false, m, n, k, alpha, a, ao, lda, b, bo, ldb, c, co, ldc);
    } else {
      inPlace(transA, m, n, k, alpha, a, ao, lda, b, bo, ldb, c, co, ldc);
    }
  }

  private void inPlace(
      boolean transA,
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
    int rows = m - m % micro.rows();
    int columns = n - n % micro.width();
    int step = transA ? lda : 1;
    for (int p = 0; p < k; p += DEPTH) {
      int depth = Math.min(DEPTH, k - p);
      int bp = bo + p * ldb;
      tiles(transA, rows, columns, depth, alpha, a, ao + p * step, lda, b, bp, ldb, c, co, ldc);
    }
    if (columns < n) {
      packed.add(
          transA,
          false,
          rows,
          n - columns,
          k,
          alpha,
          a,
          ao,
          lda,
          b,
          bo + columns,
          ldb,
          c,
          co + columns,
          ldc);
    }
    if (rows < m) {
      int rest = ao + rows * (transA ? 1 : lda);
      packed.add(
          transA, false, m - rows, n, k, alpha, a, rest, lda, b, bo, ldb, c, co + rows * ldc, ldc);
    }
  }

  void addTransB(
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
    packed.add(false, true, m, n, k, alpha, a, ao, lda, b, bo, ldb, c, co, ldc);
  }

  void syrk(int n, int k, float[] a, int ao, int lda, float[] c, int co, int ldc) {
    int columns = k - k % micro.width();
    int step = Math.max(SYRK_MIN_DEPTH, SYRK_FLOATS / Math.max(1, k));
    for (int p = 0; p < n; p += step) {
      upperTiles(columns, Math.min(step, n - p), a, ao + p * lda, lda, c, co, ldc);
    }
    if (columns < k) {
      packed.add(
          true,
          false,
          k,
          k - columns,
          n,
          1,
          a,
          ao,
          lda,
          a,
          ao + columns,
          lda,
          c,
          co + columns,
          ldc);
    }
  }

  private void tiles(
      boolean transA,
      int m,
      int n,
      int depth,
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
    for (int j = 0; j < n; j += micro.width()) {
      for (int i = 0; i < m; i += micro.rows()) {
        int at = co + i * ldc + j;
        if (transA) {
          micro.columns(depth, alpha, a, ao + i, lda, b, bo + j, ldb, c, at, ldc);
        } else {
          micro.rows(depth, alpha, a, ao + i * lda, lda, b, bo + j, ldb, c, at, ldc);
        }
      }
    }
  }

  private void upperTiles(
      int k, int depth, float[] a, int ao, int lda, float[] c, int co, int ldc) {
    for (int j = 0; j < k; j += micro.width()) {
      for (int i = 0; i < j + micro.width(); i += micro.rows()) {
        micro.columns(depth, 1, a, ao + i, lda, a, ao + j, lda, c, co + i * ldc + j, ldc);
      }
    }
  }
}
