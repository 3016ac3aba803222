package dev.kindred.tools.train.neural;

import dev.kindred.internal.neural.Noise;

/**
 * Inverted dropout (Srivastava et al. 2014): each number is zeroed with probability {@code rate},
 * else divided by {@code 1 − rate}. What happens to a number depends on the seed, the step and its
 * place alone, so that it can be repeated in the backward pass and by any thread.
 *
 * @param rate 0 to below 1
 * @param seed of the training
 * @param step number of the batch since training began
 */
public record Dropout(double rate, long seed, long step) implements Noise {
  private static final int LEVELS = 1 << 16;

  /** No noise when the rate is 0. */
  public static Noise of(double rate, long seed, long step) {
    return rate == 0 ? Noise.NONE : new Dropout(rate, seed, step);
  }

  @Override
  public void apply(int site, long row, float[] x, int xo, int n) {
    int threshold = (int) Math.round(rate * LEVELS);
    float keep = (float) LEVELS / (LEVELS - threshold);
    long key = Hash.of(Hash.of(seed, step), site) ^ row * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < n; i += 4) {
      long bits = Hash.mix(key + i);
      int end = Math.min(n, i + 4);
      for (int j = i; j < end; j++) {
        x[xo + j] *= (bits & (LEVELS - 1)) < threshold ? 0 : keep;
        bits >>>= 16;
      }
    }
  }
}
