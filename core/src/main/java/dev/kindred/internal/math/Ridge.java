package dev.kindred.internal.math;

/** What has to be on the diagonal of a Gram matrix so that it can be factored in floats. */
public final class Ridge {
  private static final float ROUNDING = 0x1p-18f;

  private Ridge() {}

  /**
   * The least penalty that is not lost in the rounding of the matrix: a small share of the largest
   * number on its diagonal.
   *
   * @param gram row-major, k×k, without any penalty
   */
  public static float least(int k, float[] gram) {
    float largest = 0;
    for (int i = 0; i < k; i++) {
      largest = Math.max(largest, gram[i * k + i]);
    }
    return ROUNDING * largest;
  }
}
