package dev.kindred.internal.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** What a softmax needs, on the Vector API. */
final class VectorExponential {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int VL = S.length();

  private static final FloatVector LOG2_E = FloatVector.broadcast(S, Exponential.LOG2_E);
  private static final FloatVector ROUNDER = FloatVector.broadcast(S, Exponential.ROUNDER);
  private static final FloatVector LN2_HIGH = FloatVector.broadcast(S, -Exponential.LN2_HIGH);
  private static final FloatVector LN2_LOW = FloatVector.broadcast(S, -Exponential.LN2_LOW);
  private static final FloatVector C6 = FloatVector.broadcast(S, Exponential.C6);
  private static final FloatVector C5 = FloatVector.broadcast(S, Exponential.C5);
  private static final FloatVector C4 = FloatVector.broadcast(S, Exponential.C4);
  private static final FloatVector C3 = FloatVector.broadcast(S, Exponential.C3);
  private static final FloatVector C2 = FloatVector.broadcast(S, Exponential.C2);
  private static final FloatVector ONE = FloatVector.broadcast(S, 1);

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
    int j = 0;
    for (; j + 2 * VL <= n; j += 2 * VL) {
      expStrip(m, shift, j, x, xo + j, ldx, sum);
    }
    for (; j < n; j++) {
      for (int i = 0; i < m; i++) {
        int at = xo + i * ldx + j;
        x[at] = Exponential.of(x[at] - shift[j]);
        sum[j] += x[at];
      }
    }
  }

  /** Two vectors of columns: of 256 bits, a cache line. */
  private static void expStrip(
      int m, float[] shift, int j, float[] x, int xo, int ldx, float[] sum) {
    FloatVector shift0 = FloatVector.fromArray(S, shift, j);
    FloatVector shift1 = FloatVector.fromArray(S, shift, j + VL);
    FloatVector sum0 = FloatVector.fromArray(S, sum, j);
    FloatVector sum1 = FloatVector.fromArray(S, sum, j + VL);
    for (int i = 0; i < m; i++) {
      int at = xo + i * ldx;
      FloatVector e0 = of(FloatVector.fromArray(S, x, at).sub(shift0));
      FloatVector e1 = of(FloatVector.fromArray(S, x, at + VL).sub(shift1));
      e0.intoArray(x, at);
      e1.intoArray(x, at + VL);
      sum0 = sum0.add(e0);
      sum1 = sum1.add(e1);
    }
    sum0.intoArray(sum, j);
    sum1.intoArray(sum, j + VL);
  }

  /** As {@link Exponential#of}, but for roundings. */
  private static FloatVector of(FloatVector x) {
    FloatVector bounded = x.max(Exponential.LEAST).min(Exponential.MOST);
    FloatVector rounded = bounded.fma(LOG2_E, ROUNDER);
    FloatVector whole = rounded.sub(ROUNDER);
    FloatVector f = whole.fma(LN2_LOW, whole.fma(LN2_HIGH, bounded));
    FloatVector p = f.fma(C6, C5);
    p = p.fma(f, C4);
    p = p.fma(f, C3);
    p = p.fma(f, C2);
    p = p.fma(f, ONE);
    p = p.fma(f, ONE);
    IntVector n = rounded.reinterpretAsInts().sub(Exponential.ROUNDER_BITS - Exponential.BIAS);
    IntVector power = n.lanewise(VectorOperators.LSHL, Exponential.MANTISSA_BITS);
    return p.mul(power.reinterpretAsFloats());
  }
}
