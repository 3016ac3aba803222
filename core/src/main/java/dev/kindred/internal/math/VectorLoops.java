package dev.kindred.internal.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Loops over single rows on the Vector API. */
final class VectorLoops {

  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int VL = S.length();

  /** Masks are registers of their own from 512 bits on; below, a scalar tail is faster. */
  private static final boolean MASKS = VL >= 16;

  private VectorLoops() {}

  static float dot(float[] x, int xo, float[] y, int yo, int n) {
    FloatVector even = FloatVector.zero(S);
    FloatVector odd = FloatVector.zero(S);
    int i = 0;
    for (; i + 2 * VL <= n; i += 2 * VL) {
      even = load(x, xo + i).fma(load(y, yo + i), even);
      odd = load(x, xo + i + VL).fma(load(y, yo + i + VL), odd);
    }
    if (i + VL <= n) {
      even = load(x, xo + i).fma(load(y, yo + i), even);
      i += VL;
    }
    if (MASKS && i < n) {
      VectorMask<Float> tail = S.indexInRange(i, n);
      odd = load(x, xo + i, tail).fma(load(y, yo + i, tail), odd);
      i = n;
    }
    float sum = LaneSum.of(even.add(odd));
    for (; i < n; i++) {
      sum = Math.fma(x[xo + i], y[yo + i], sum);
    }
    return sum;
  }

  static void axpy(float alpha, float[] x, int xo, float[] y, int yo, int n) {
    FloatVector factor = FloatVector.broadcast(S, alpha);
    int i = 0;
    for (; i + VL <= n; i += VL) {
      factor.fma(load(x, xo + i), load(y, yo + i)).intoArray(y, yo + i);
    }
    if (MASKS && i < n) {
      VectorMask<Float> tail = S.indexInRange(i, n);
      FloatVector sum = factor.fma(load(x, xo + i, tail), load(y, yo + i, tail));
      sum.intoArray(y, yo + i, tail);
      return;
    }
    for (; i < n; i++) {
      y[yo + i] = Math.fma(alpha, x[xo + i], y[yo + i]);
    }
  }

  /** y = alpha·x; the two may be the same row. */
  static void scale(float alpha, float[] x, int xo, float[] y, int yo, int n) {
    int i = 0;
    for (; i + VL <= n; i += VL) {
      load(x, xo + i).mul(alpha).intoArray(y, yo + i);
    }
    for (; i < n; i++) {
      y[yo + i] = alpha * x[xo + i];
    }
  }

  /** y += Σ fᵢ·xᵢ over four rows of one array, with one load and one store of y. */
  static void axpy4(
      float f0,
      float f1,
      float f2,
      float f3,
      float[] x,
      int x0,
      int x1,
      int x2,
      int x3,
      float[] y,
      int yo,
      int n) {
    FloatVector v0 = FloatVector.broadcast(S, f0);
    FloatVector v1 = FloatVector.broadcast(S, f1);
    FloatVector v2 = FloatVector.broadcast(S, f2);
    FloatVector v3 = FloatVector.broadcast(S, f3);
    int i = 0;
    for (; i + VL <= n; i += VL) {
      FloatVector sum = v0.fma(load(x, x0 + i), load(y, yo + i));
      sum = v1.fma(load(x, x1 + i), sum);
      sum = v2.fma(load(x, x2 + i), sum);
      v3.fma(load(x, x3 + i), sum).intoArray(y, yo + i);
    }
    for (; i < n; i++) {
      float sum = Math.fma(f0, x[x0 + i], y[yo + i]);
      sum = Math.fma(f1, x[x1 + i], sum);
      sum = Math.fma(f2, x[x2 + i], sum);
      y[yo + i] = Math.fma(f3, x[x3 + i], sum);
    }
  }

  /** target = copy·x and sum += add·x in one pass over x. */
  static void copyAndAdd(
      float copy, float add, float[] x, int xo, float[] target, int to, float[] sum, int n) {
    FloatVector copyFactor = FloatVector.broadcast(S, copy);
    FloatVector addFactor = FloatVector.broadcast(S, add);
    int i = 0;
    for (; i + VL <= n; i += VL) {
      FloatVector v = load(x, xo + i);
      v.mul(copyFactor).intoArray(target, to + i);
      v.fma(addFactor, load(sum, i)).intoArray(sum, i);
    }
    for (; i < n; i++) {
      target[to + i] = copy * x[xo + i];
      sum[i] = Math.fma(add, x[xo + i], sum[i]);
    }
  }

  /**
   * Copies four rows of y, scaled by the roots of their weights, one after another, and adds them
   * to the sum, scaled by c. Their loads wait for memory side by side, and the sum is loaded and
   * stored once for all four.
   */
  static void copyAndAdd4(
      int[] rows,
      int i,
      float[] w,
      float[] c,
      float[] y,
      int ldy,
      int k,
      float[] target,
      int to,
      float[] sum) {
    int y0 = rows[i] * ldy;
    int y1 = rows[i + 1] * ldy;
    int y2 = rows[i + 2] * ldy;
    int y3 = rows[i + 3] * ldy;
    float w0 = (float) Math.sqrt(w[i]);
    float w1 = (float) Math.sqrt(w[i + 1]);
    float w2 = (float) Math.sqrt(w[i + 2]);
    float w3 = (float) Math.sqrt(w[i + 3]);
    FloatVector c0 = FloatVector.broadcast(S, c[i]);
    FloatVector c1 = FloatVector.broadcast(S, c[i + 1]);
    FloatVector c2 = FloatVector.broadcast(S, c[i + 2]);
    FloatVector c3 = FloatVector.broadcast(S, c[i + 3]);
    int j = 0;
    for (; j + VL <= k; j += VL) {
      FloatVector v0 = load(y, y0 + j);
      FloatVector v1 = load(y, y1 + j);
      FloatVector v2 = load(y, y2 + j);
      FloatVector v3 = load(y, y3 + j);
      v0.mul(w0).intoArray(target, to + j);
      v1.mul(w1).intoArray(target, to + k + j);
      v2.mul(w2).intoArray(target, to + 2 * k + j);
      v3.mul(w3).intoArray(target, to + 3 * k + j);
      v0.fma(c0, v1.fma(c1, v2.fma(c2, v3.fma(c3, load(sum, j))))).intoArray(sum, j);
    }
    for (; j < k; j++) {
      target[to + j] = w0 * y[y0 + j];
      target[to + k + j] = w1 * y[y1 + j];
      target[to + 2 * k + j] = w2 * y[y2 + j];
      target[to + 3 * k + j] = w3 * y[y3 + j];
      float last = Math.fma(c[i + 2], y[y2 + j], Math.fma(c[i + 3], y[y3 + j], sum[j]));
      sum[j] = Math.fma(c[i], y[y0 + j], Math.fma(c[i + 1], y[y1 + j], last));
    }
  }

  /** As {@link Gather#pass}, four rows at a time. */
  static void gather(
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
    int i = from;
    for (; i + 4 <= to; i += 4) {
      gather4(i, rows, w, c, y, ldy, k, x, xo, out, oo);
    }
    for (; i < to; i++) {
      int row = rows[i] * ldy;
      float factor = coefficient(c, i, w[i] * dot(y, row, x, xo, k));
      axpy(factor, y, row, out, oo, k);
    }
  }

  private static void gather4(
      int i,
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
    int y0 = rows[i] * ldy;
    int y1 = rows[i + 1] * ldy;
    int y2 = rows[i + 2] * ldy;
    int y3 = rows[i + 3] * ldy;
    FloatVector d0 = FloatVector.zero(S);
    FloatVector d1 = FloatVector.zero(S);
    FloatVector d2 = FloatVector.zero(S);
    FloatVector d3 = FloatVector.zero(S);
    int j = 0;
    for (; j + VL <= k; j += VL) {
      FloatVector v = load(x, xo + j);
      d0 = v.fma(load(y, y0 + j), d0);
      d1 = v.fma(load(y, y1 + j), d1);
      d2 = v.fma(load(y, y2 + j), d2);
      d3 = v.fma(load(y, y3 + j), d3);
    }
    float s0 = LaneSum.of(d0);
    float s1 = LaneSum.of(d1);
    float s2 = LaneSum.of(d2);
    float s3 = LaneSum.of(d3);
    for (; j < k; j++) {
      float v = x[xo + j];
      s0 = Math.fma(v, y[y0 + j], s0);
      s1 = Math.fma(v, y[y1 + j], s1);
      s2 = Math.fma(v, y[y2 + j], s2);
      s3 = Math.fma(v, y[y3 + j], s3);
    }
    axpy4(
        coefficient(c, i, w[i] * s0),
        coefficient(c, i + 1, w[i + 1] * s1),
        coefficient(c, i + 2, w[i + 2] * s2),
        coefficient(c, i + 3, w[i + 3] * s3),
        y,
        y0,
        y1,
        y2,
        y3,
        out,
        oo,
        k);
  }

  private static float coefficient(float[] c, int i, float product) {
    return c == null ? product : c[i] - product;
  }

  private static FloatVector load(float[] x, int at) {
    return FloatVector.fromArray(S, x, at);
  }

  private static FloatVector load(float[] x, int at, VectorMask<Float> mask) {
    return FloatVector.fromArray(S, x, at, mask);
  }
}
