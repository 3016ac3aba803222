package dev.kindred.tools.train.rating;

import java.util.SplittableRandom;

/** What a sampler explains: the stars, or what they were cut from. Mutable. */
interface FmTarget {
  /** By rating; owned by the target. */
  double[] values();

  /** Whether the values are latent and the stars their levels. */
  default boolean cut() {
    return cutpoints().length > 0;
  }

  /** Where one level of stars ends and the next begins, ascending; empty for plain stars. */
  double[] cutpoints();

  /** Draws the values anew, where they are latent, given the residuals, which it corrects. */
  void draw(double[] residuals, SplittableRandom random);

  /** The stars less their mean. */
  record Plain(double[] values) implements FmTarget {
    private static final double[] NONE = {};

    static Plain of(float[] stars, double mean) {
      double[] values = new double[stars.length];
      for (int n = 0; n < values.length; n++) {
        values[n] = stars[n] - mean;
      }
      return new Plain(values);
    }

    @Override
    public double[] cutpoints() {
      return NONE;
    }

    @Override
    public void draw(double[] residuals, SplittableRandom random) {}
  }
}
