package dev.kindred.internal.math;

/**
 * The innermost loops of a matrix product: one tile of C held in vector registers over the whole
 * depth. Operands are read where they lie or, a fifth to a half faster, from panels: only of a
 * constant stride does the compiler know that no access leaves the array, and where both operands
 * have the same, one counter addresses them.
 */
interface MicroKernel {

  /** Rows of C in a tile. */
  int rows();

  /** Floats of C in a row of a tile: two vectors. */
  int width();

  /** C += alpha·AᵀB where the tile's column of A at depth p starts at {@code ao + p * lda}. */
  void columns(
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
      int ldc);

  /** C += alpha·A·B where the tile's row r of A starts at {@code ao + r * lda}. */
  void rows(
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
      int ldc);

  /**
   * C += alpha·A·B where the tile's row r of A starts at {@code ao + r * lda} and B is a panel: at
   * depth p from {@code bo + p * width()}.
   */
  void panel(
      int depth,
      float alpha,
      float[] a,
      int ao,
      int lda,
      float[] b,
      int bo,
      float[] c,
      int co,
      int ldc);

  /**
   * C += alpha·AᵀB where both are panels: at depth p, the tile's column of A starts at {@code ao +
   * p * width()} and B's row at {@code bo + p * width()}.
   */
  void panels(
      int depth, float alpha, float[] a, int ao, float[] b, int bo, float[] c, int co, int ldc);
}
