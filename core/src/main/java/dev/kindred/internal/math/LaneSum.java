package dev.kindred.internal.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The sum of a vector's lanes in a fixed order: halves onto each other until one is left. {@code
 * reduceLanes} leaves the order open, and compiled code does differ from interpreted code, so that
 * equal calls would give different bits depending on when the compiler came by.
 */
final class LaneSum {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int VL = S.length();
  private static final VectorShuffle<Float> BY_8 = shuffle(8);
  private static final VectorShuffle<Float> BY_4 = shuffle(4);
  private static final VectorShuffle<Float> BY_2 = shuffle(2);
  private static final VectorShuffle<Float> BY_1 = shuffle(1);

  private LaneSum() {}

  private static VectorShuffle<Float> shuffle(int distance) {
    return VectorShuffle.iota(S, distance % VL, 1, true);
  }

  static float of(FloatVector vector) {
    if (VL > 16) {
      return inTurn(vector);
    }
    FloatVector sum = vector;
    if (VL > 8) {
      sum = sum.add(sum.rearrange(BY_8));
    }
    if (VL > 4) {
      sum = sum.add(sum.rearrange(BY_4));
    }
    if (VL > 2) {
      sum = sum.add(sum.rearrange(BY_2));
    }
    return VL > 1 ? sum.add(sum.rearrange(BY_1)).lane(0) : sum.lane(0);
  }

  private static float inTurn(FloatVector vector) {
    float sum = 0;
    for (float lane : vector.toArray()) {
      sum += lane;
    }
    return sum;
  }
}
