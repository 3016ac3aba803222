package dev.kindred.internal.math;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Copies of matrix blocks, cut into strips: strip s holds {@code strip} consecutive rows (or
 * columns) of the block, one group of {@code strip} floats per depth. The last strip is filled up
 * with zeros. A strip is as wide as a whole number of vectors.
 */
final class Panels {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int VL = S.length();

  private Panels() {}

  /** Strips along the columns of X[depth×count]: every group is contiguous in X. */
  static void packColumns(
      float[] x, int xo, int ldx, int count, int depth, int strip, float[] panel) {
    for (int s = 0; s < count; s += strip) {
      int width = Math.min(strip, count - s);
      if (width == strip) {
        copyStrip(x, xo + s, ldx, depth, strip, panel, s * depth);
      } else {
        copyPart(x, xo + s, ldx, width, depth, strip, panel, s * depth);
      }
    }
  }

  private static void copyStrip(
      float[] x, int xo, int ldx, int depth, int strip, float[] panel, int to) {
    for (int p = 0; p < depth; p++) {
      for (int v = 0; v < strip; v += VL) {
        FloatVector.fromArray(S, x, xo + p * ldx + v).intoArray(panel, to + p * strip + v);
      }
    }
  }

  private static void copyPart(
      float[] x, int xo, int ldx, int width, int depth, int strip, float[] panel, int to) {
    for (int p = 0; p < depth; p++) {
      int at = to + p * strip;
      System.arraycopy(x, xo + p * ldx, panel, at, width);
      Arrays.fill(panel, at + width, at + strip, 0);
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
      int r = 0;
      for (; r + 4 <= height; r += 4) {
        scatter4(x, xo + (s + r) * ldx, ldx, depth, panel, at + r, strip);
      }
      for (; r < height; r++) {
        scatter(x, xo + (s + r) * ldx, depth, panel, at + r, strip);
      }
    }
  }

  /** Four rows at once, side by side: a cache line of the panel is met a quarter as often. */
  private static void scatter4(
      float[] x, int xo, int ldx, int n, float[] target, int to, int step) {
    int x1 = xo + ldx;
    int x2 = xo + 2 * ldx;
    int x3 = xo + 3 * ldx;
    for (int i = 0; i < n; i++) {
      int at = to + i * step;
      target[at] = x[xo + i];
      target[at + 1] = x[x1 + i];
      target[at + 2] = x[x2 + i];
      target[at + 3] = x[x3 + i];
    }
  }

  private static void scatter(float[] x, int xo, int n, float[] target, int to, int step) {
    for (int i = 0; i < n; i++) {
      target[to + i * step] = x[xo + i];
    }
  }
}
