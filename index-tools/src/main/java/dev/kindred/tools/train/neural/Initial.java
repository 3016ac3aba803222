package dev.kindred.tools.train.neural;

import java.util.SplittableRandom;

/** Values that parameters start from. */
public final class Initial {
  private Initial() {}

  /** Independent normal values with mean 0. */
  public static void normal(float[] values, double deviation, SplittableRandom random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
    }
  }

  /** Uniform in ±√(6/(in + out)) (Glorot and Bengio 2010). */
  public static void glorot(float[] values, int in, int out, SplittableRandom random) {
    double bound = Math.sqrt(6.0 / (in + out));
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-bound, bound);
    }
  }
}
