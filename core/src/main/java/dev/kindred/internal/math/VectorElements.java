package dev.kindred.internal.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Element by element operations on the Vector API. The compiler vectorises no loop over arrays at
 * different offsets by itself: they might overlap.
 */
final class VectorElements {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, S.vectorShape());
  private static final int VL = S.length();
  private static final IntVector PLACES = IntVector.zero(INTS).addIndex(1).mul(IntHash.GOLDEN);

  private VectorElements() {}

  static float sum(float[] x, int xo, int n) {
    FloatVector lanes = FloatVector.zero(S);
    int i = 0;
    for (; i + VL <= n; i += VL) {
      lanes = lanes.add(FloatVector.fromArray(S, x, xo + i));
    }
    float sum = LaneSum.of(lanes);
    for (; i < n; i++) {
      sum += x[xo + i];
    }
    return sum;
  }

  static void multiply(float[] x, int xo, float[] y, int yo, int n) {
    int i = 0;
    for (; i + VL <= n; i += VL) {
      FloatVector v = FloatVector.fromArray(S, x, xo + i);
      v.mul(FloatVector.fromArray(S, y, yo + i)).intoArray(y, yo + i);
    }
    for (; i < n; i++) {
      y[yo + i] *= x[xo + i];
    }
  }

  static void addProduct(
      float alpha, float[] x, int xo, float[] y, int yo, float[] z, int zo, int n) {
    int i = 0;
    for (; i + VL <= n; i += VL) {
      FloatVector v = FloatVector.fromArray(S, x, xo + i).mul(alpha);
      v.fma(FloatVector.fromArray(S, y, yo + i), FloatVector.fromArray(S, z, zo + i))
          .intoArray(z, zo + i);
    }
    for (; i < n; i++) {
      z[zo + i] = Math.fma(alpha * x[xo + i], y[yo + i], z[zo + i]);
    }
  }

  static void drop(int key, int threshold, float keep, float[] x, int xo, int n) {
    int i = 0;
    for (; i + VL <= n; i += VL) {
      IntVector h = PLACES.add(key + i * IntHash.GOLDEN);
      h = mixed(h, IntHash.HALF).mul(IntHash.FIRST);
      h = mixed(h, IntHash.THIRTEEN).mul(IntHash.SECOND);
      h = mixed(h, IntHash.HALF);
      FloatVector kept = FloatVector.fromArray(S, x, xo + i).mul(keep);
      kept.blend(0, h.compare(VectorOperators.LT, threshold).cast(S)).intoArray(x, xo + i);
    }
    for (; i < n; i++) {
      x[xo + i] = IntHash.of(key, i) < threshold ? 0 : keep * x[xo + i];
    }
  }

  private static IntVector mixed(IntVector h, int shift) {
    return h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, shift));
  }
}
