package dev.kindred.internal.math;

import java.util.Arrays;

/**
 * Matrix products of any size and transposition: blocks of B, and of A where it is transposed, are
 * copied into panels laid out as the micro-kernel reads them, zero padded to whole tiles. The
 * panels are sized to the problem and live for one call.
 */
final class PackedGemm {

  /** A strip of B, 32 floats wide, then takes 24 KB: it stays in the first-level cache. */
  private static final int DEPTH = 192;

  private static final int COLUMNS = 1024;
  private static final int STRIPS = 20;

  private final MicroKernel micro;
  private final int mr;
  private final int nr;

  PackedGemm(MicroKernel micro) {
    this.micro = micro;
    this.mr = micro.rows();
    this.nr = micro.width();
  }

  void add(
      boolean transA,
      boolean transB,
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
    int rows = STRIPS * mr;
    int maxDepth = Math.min(k, DEPTH);
    float[] aPanel = new float[(transA ? roundUp(Math.min(m, rows), mr) : mr) * maxDepth];
    float[] bPanel = new float[roundUp(Math.min(n, COLUMNS), nr) * maxDepth];
    float[] tile = new float[mr * nr];
    for (int j = 0; j < n; j += COLUMNS) {
      int nb = Math.min(COLUMNS, n - j);
      for (int p = 0; p < k; p += DEPTH) {
        int depth = Math.min(DEPTH, k - p);
        if (transB) {
          Panels.packRows(b, bo + j * ldb + p, ldb, nb, depth, nr, bPanel);
        } else {
          Panels.packColumns(b, bo + p * ldb + j, ldb, nb, depth, nr, bPanel);
        }
        for (int i = 0; i < m; i += rows) {
          int mb = Math.min(rows, m - i);
          int at = co + i * ldc + j;
          if (transA) {
            Panels.packColumns(a, ao + p * lda + i, lda, mb, depth, mr, aPanel);
            multiply(mb, nb, depth, alpha, aPanel, bPanel, tile, c, at, ldc);
          } else {
            int ap = ao + i * lda + p;
            multiply(mb, nb, depth, alpha, a, ap, lda, aPanel, bPanel, tile, c, at, ldc);
          }
        }
      }
    }
  }

  /** Rows of A as they lie, but for those that do not fill a tile. */
  private void multiply(
      int m,
      int n,
      int depth,
      float alpha,
      float[] a,
      int ao,
      int lda,
      float[] aPanel,
      float[] bPanel,
      float[] tile,
      float[] c,
      int co,
      int ldc) {
    int whole = m - m % mr;
    for (int j = 0; j < n; j += nr) {
      int width = Math.min(nr, n - j);
      for (int i = 0; i < whole; i += mr) {
        int at = co + i * ldc + j;
        if (width == nr) {
          micro.panel(depth, alpha, a, ao + i * lda, lda, bPanel, j * depth, c, at, ldc);
        } else {
          Arrays.fill(tile, 0);
          micro.panel(depth, alpha, a, ao + i * lda, lda, bPanel, j * depth, tile, 0, nr);
          addTile(tile, mr, width, c, at, ldc);
        }
      }
    }
    if (whole < m) {
      Panels.packRows(a, ao + whole * lda, lda, m - whole, depth, mr, aPanel);
      multiply(m - whole, n, depth, alpha, aPanel, bPanel, tile, c, co + whole * ldc, ldc);
    }
  }

  private void multiply(
      int m,
      int n,
      int depth,
      float alpha,
      float[] aPanel,
      float[] bPanel,
      float[] tile,
      float[] c,
      int co,
      int ldc) {
    for (int j = 0; j < n; j += nr) {
      for (int i = 0; i < m; i += mr) {
        int at = co + i * ldc + j;
        if (m - i >= mr && n - j >= nr) {
          micro.panels(depth, alpha, aPanel, i * depth, bPanel, j * depth, c, at, ldc);
        } else {
          Arrays.fill(tile, 0);
          micro.panels(depth, alpha, aPanel, i * depth, bPanel, j * depth, tile, 0, nr);
          addTile(tile, Math.min(mr, m - i), Math.min(nr, n - j), c, at, ldc);
        }
      }
    }
  }

  private void addTile(float[] tile, int rows, int columns, float[] c, int co, int ldc) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        c[co + i * ldc + j] += tile[i * nr + j];
      }
    }
  }

  private static int roundUp(int size, int step) {
    return (size + step - 1) / step * step;
  }
}
