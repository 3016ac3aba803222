package dev.kindred.internal.math;

import java.util.Arrays;

/**
 * Matrix products of any size and transposition: blocks of B, and of A where it is transposed, are
 * copied into panels laid out as the micro-kernel reads them, zero padded to whole strips. Each
 * thread keeps its panels, of half a megabyte at most: fresh ones would be cold, and cost small
 * products more than they gain.
 */
final class PackedGemm {

  /** A strip of B, 32 floats wide, then takes 24 KB: it stays in the first-level cache. */
  private static final int DEPTH = 192;

  /** A block of A then takes 96 KB: it stays in the second-level cache. */
  private static final int ROWS = 128;

  private static final int COLUMNS = 512;

  /** Boxes of an array each: types of the JDK alone, so that a thread holds no class loader. */
  private static final ThreadLocal<float[][]> A_PANEL = ThreadLocal.withInitial(PackedGemm::box);

  private static final ThreadLocal<float[][]> B_PANEL = ThreadLocal.withInitial(PackedGemm::box);

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
    int maxDepth = Math.min(k, DEPTH);
    float[] aPanel = floats(A_PANEL, (transA ? roundUp(Math.min(m, ROWS), nr) : nr) * maxDepth);
    float[] bPanel = floats(B_PANEL, roundUp(Math.min(n, COLUMNS), nr) * maxDepth);
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
        for (int i = 0; i < m; i += ROWS) {
          int mb = Math.min(ROWS, m - i);
          int at = co + i * ldc + j;
          if (transA) {
            Panels.packColumns(a, ao + p * lda + i, lda, mb, depth, nr, aPanel);
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
      Panels.packRows(a, ao + whole * lda, lda, m - whole, depth, nr, aPanel);
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
        int strip = i / nr * nr * depth + i % nr;
        if (m - i >= mr && n - j >= nr) {
          micro.panels(depth, alpha, aPanel, strip, bPanel, j * depth, c, at, ldc);
        } else {
          Arrays.fill(tile, 0);
          micro.panels(depth, alpha, aPanel, strip, bPanel, j * depth, tile, 0, nr);
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

  private static float[][] box() {
    return new float[][] {{}};
  }

  /** The panel, to write over, of so many floats at least. */
  private static float[] floats(ThreadLocal<float[][]> panel, int n) {
    float[][] box = panel.get();
    if (box[0].length < n) {
      box[0] = new float[n];
    }
    return box[0];
  }
}
