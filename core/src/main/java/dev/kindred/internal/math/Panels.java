package dev.kindred.internal.math;

import java.util.Arrays;

/**
 * Copies of matrix blocks, cut into strips: strip s holds {@code strip} consecutive rows (or
 * columns) of the block, one group of {@code strip} floats per depth. The last strip is filled up
 * with zeros.
 */
final class Panels {

  /**
   * Depth copied per row at a time, so that a strip's cache lines are filled while they are near.
   */
  private static final int RUN = 16;

  private Panels() {}

  /** Strips along the columns of X[depth×count]: every group is contiguous in X. */
  static void packColumns(
      float[] x, int xo, int ldx, int count, int depth, int strip, float[] panel) {
    int at = 0;
    for (int s = 0; s < count; s += strip) {
      int width = Math.min(strip, count - s);
      for (int p = 0; p < depth; p++, at += strip) {
        System.arraycopy(x, xo + p * ldx + s, panel, at, width);
        if (width < strip) {
          Arrays.fill(panel, at + width, at + strip, 0);
        }
      }
    }
  }

  /** Strips along the rows of X[count×depth]: a transposition. */
  static void packRows(float[] x, int xo, int ldx, int count, int depth, int strip, float[] panel) {
    for (int s = 0; s < count; s += strip) {
      int height = Math.min(strip, count - s);
      int at = s * depth;
      if (height < strip) {
        Arrays.fill(panel, at, at + depth * strip, 0);
      }
      for (int p = 0; p < depth; p += RUN) {
        int run = Math.min(RUN, depth - p);
        for (int r = 0; r < height; r++) {
          scatter(x, xo + (s + r) * ldx + p, run, panel, at + p * strip + r, strip);
        }
      }
    }
  }

  private static void scatter(float[] x, int xo, int n, float[] target, int to, int step) {
    for (int i = 0; i < n; i++) {
      target[to + i * step] = x[xo + i];
    }
  }
}
