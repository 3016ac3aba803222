package dev.kindred.model.domain;

import dev.kindred.internal.math.Kernels;
import java.util.Arrays;

/**
 * What a user's vector in one domain says about the same user's vector in another: {@code t = M·s +
 * b}, and where there are companions, users known in both, what their own vectors differ from that,
 * each by its share of attention. Immutable by agreement; thread-safe.
 *
 * @param width k, the numbers of either vector
 * @param matrix M transposed, row-major: row i is what the i-th number of s adds
 * @param offset b
 * @param reach 0 to 1: how much of the vectors of unseen users the bridge explained in training
 * @param companions null for a bridge that is the same for everybody
 */
public record Bridge(
    int width, float[] matrix, float[] offset, double reach, Companions companions) {

  /**
   * Users known in both domains, without their ids.
   *
   * @param keys their vectors in the source domain, of unit length, one row each
   * @param rests their vectors in the target domain less {@code M·s + b}, one row each
   * @param temperature of the attention, which is a softmax of cosines over it; above 0
   */
  public record Companions(float[] keys, float[] rests, double temperature) {}

  /** {@code M·s}, without the offset: linear, so a part of s maps to its part of t. */
  float[] linear(float[] source) {
    float[] target = new float[width];
    for (int i = 0; i < width; i++) {
      Kernels.get().axpy(source[i], matrix, i * width, target, 0, width);
    }
    return target;
  }

  /** What the bridge adds to {@link #linear} for the user with this vector. */
  float[] rest(float[] source) {
    float[] rest = offset.clone();
    if (companions != null) {
      float[] attention = attention(source);
      for (int user = 0; user < attention.length; user++) {
        Kernels.get().axpy(attention[user], companions.rests, user * width, rest, 0, width);
      }
    }
    return rest;
  }

  /** Adds up to 1. */
  private float[] attention(float[] source) {
    float length = (float) Math.sqrt(Kernels.get().dot(source, 0, source, 0, width));
    float[] attention = new float[companions.keys.length / width];
    if (length == 0) {
      Arrays.fill(attention, 1f / attention.length);
      return attention;
    }
    float sharpness = (float) (1 / (length * companions.temperature));
    for (int user = 0; user < attention.length; user++) {
      float product = Kernels.get().dot(source, 0, companions.keys, user * width, width);
      attention[user] = sharpness * product;
    }
    float most = Kernels.get().max(attention, 0, attention.length);
    float sum = Kernels.get().exp(most, attention, 0, attention.length);
    Kernels.get().scale(1 / sum, attention, 0, attention.length);
    return attention;
  }
}
