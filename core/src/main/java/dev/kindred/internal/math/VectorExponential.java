package dev.kindred.internal.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** What a softmax needs, on the Vector API. */
final class VectorExponential {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int VL = S.length();

  private VectorExponential() {}

  static float max(float[] x, int xo, int n) {
    float max = Float.NEGATIVE_INFINITY;
    int i = 0;
    if (n >= VL) {
      FloatVector most = FloatVector.broadcast(S, max);
      for (; i + VL <= n; i += VL) {
        most = most.max(FloatVector.fromArray(S, x, xo + i));
      }
      max = most.reduceLanes(VectorOperators.MAX);
    }
    for (; i < n; i++) {
      max = Math.max(max, x[xo + i]);
    }
    return max;
  }

  static float exp(float shift, float[] x, int xo, int n) {
    FloatVector lanes = FloatVector.zero(S);
    int i = 0;
    for (; i + VL <= n; i += VL) {
      FloatVector e = of(FloatVector.fromArray(S, x, xo + i).sub(shift));
      e.intoArray(x, xo + i);
      lanes = lanes.add(e);
    }
    float sum = LaneSum.of(lanes);
    for (; i < n; i++) {
      float e = Exponential.of(x[xo + i] - shift);
      x[xo + i] = e;
      sum += e;
    }
    return sum;
  }

  static void maxColumns(int m, int n, float[] x, int xo, int ldx, float[] max) {
    for (int i = 0; i < m; i++) {
      int row = xo + i * ldx;
      int j = 0;
      for (; j + VL <= n; j += VL) {
        FloatVector v = FloatVector.fromArray(S, x, row + j);
        FloatVector.fromArray(S, max, j).max(v).intoArray(max, j);
      }
      for (; j < n; j++) {
        max[j] = Math.max(max[j], x[row + j]);
      }
    }
  }

  static void expColumns(int m, int n, float[] shift, float[] x, int xo, int ldx, float[] sum) {
    for (int i = 0; i < m; i++) {
      int row = xo + i * ldx;
      int j = 0;
      for (; j + VL <= n; j += VL) {
        FloatVector v = FloatVector.fromArray(S, x, row + j);
        FloatVector e = of(v.sub(FloatVector.fromArray(S, shift, j)));
        e.intoArray(x, row + j);
        FloatVector.fromArray(S, sum, j).add(e).intoArray(sum, j);
      }
      for (; j < n; j++) {
        float e = Exponential.of(x[row + j] - shift[j]);
        x[row + j] = e;
        sum[j] += e;
      }
    }
  }

  /** As {@link Exponential#of}. */
  private static FloatVector of(FloatVector x) {
    FloatVector bounded = x.max(Exponential.LEAST).min(Exponential.MOST);
    FloatVector rounded = bounded.mul(Exponential.LOG2_E).add(Exponential.ROUNDER);
    IntVector n = rounded.reinterpretAsInts().sub(Exponential.ROUNDER_BITS);
    FloatVector whole = rounded.sub(Exponential.ROUNDER);
    FloatVector f = bounded.sub(whole.mul(Exponential.LN2_HIGH));
    f = f.sub(whole.mul(Exponential.LN2_LOW));
    FloatVector p = f.mul(Exponential.C6).add(Exponential.C5);
    p = p.fma(f, FloatVector.broadcast(S, Exponential.C4));
    p = p.fma(f, FloatVector.broadcast(S, Exponential.C3));
    p = p.fma(f, FloatVector.broadcast(S, Exponential.C2));
    p = p.fma(f, FloatVector.broadcast(S, 1));
    p = p.fma(f, FloatVector.broadcast(S, 1));
    IntVector exponent =
        n.add(Exponential.BIAS).lanewise(VectorOperators.LSHL, Exponential.MANTISSA_BITS);
    return p.mul(exponent.reinterpretAsFloats());
  }
}
