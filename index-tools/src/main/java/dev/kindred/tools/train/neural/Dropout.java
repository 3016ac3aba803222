package dev.kindred.tools.train.neural;

import dev.kindred.internal.math.Kernels;
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
  private static final double INTEGERS = 0x1.0p32;

  /** No noise when the rate is 0. */
  public static Noise of(double rate, long seed, long step) {
    return rate == 0 ? Noise.NONE : new Dropout(rate, seed, step);
  }

  @Override
  public void apply(int site, long row, float[] x, int xo, int n) {
    long dropped = Math.round(rate * INTEGERS);
    float keep = (float) (INTEGERS / (INTEGERS - dropped));
    long key = Hash.mix(Hash.of(Hash.of(seed, step), site) ^ row * 0x9E3779B97F4A7C15L);
    int threshold = (int) (Integer.MIN_VALUE + dropped);
    Kernels.get().drop((int) key, threshold, keep, x, xo, n);
  }
}
