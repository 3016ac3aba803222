package dev.kindred.internal.math;

/**
 * The innermost loops of a matrix product: one tile of C held in vector registers over the whole
 * depth. B is read as rows of two vectors: {@code ldb} apart, or one behind the other in a panel.
 * Panels are half as fast again, for only of a constant stride does the compiler know that no
 * access leaves the array.
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

  /** The same with A in a panel too: its column at depth p from {@code ao + p * rows()}. */
  void panels(
      int depth, float alpha, float[] a, int ao, float[] b, int bo, float[] c, int co, int ldc);
}
