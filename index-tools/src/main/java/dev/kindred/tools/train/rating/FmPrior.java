package dev.kindred.tools.train.rating;

import java.util.SplittableRandom;

/**
 * Means and precisions of the groups of one block, one pair a group and factor (index k is the
 * weight), with hyperpriors: a precision is Gamma(1/2, 1/2), a mean is normal around 0
 * (Freudenthaler, Schmidt-Thieme and Rendle 2011, "Bayesian factorization machines", section 3.2).
 * Mutable.
 */
final class FmPrior {
  private static final double SHAPE = 1;
  private static final double RATE = 1;
  private static final double MEAN_STRENGTH = 1;

  final double[][] mean;
  final double[][] precision;
  private final FmBlock block;
  private final int[] sizes;

  FmPrior(FmBlock block, int factors) {
    this.block = block;
    int groups = block.groupCount();
    mean = new double[factors + 1][groups];
    precision = new double[factors + 1][groups];
    sizes = new int[groups];
    for (int group : block.groups()) {
      sizes[group]++;
    }
  }

  /** Draws all of them given the parameters. */
  void draw(FmWeights weights, SplittableRandom random) {
    for (int f = 0; f < mean.length; f++) {
      double[] sums = new double[sizes.length];
      double[] v = weights.values[f];
      for (int j = 0; j < v.length; j++) {
        sums[block.groups()[j]] += v[j];
      }
      double[] squares = new double[sizes.length];
      for (int j = 0; j < v.length; j++) {
        double d = v[j] - mean[f][block.groups()[j]];
        squares[block.groups()[j]] += d * d;
      }
      for (int g = 0; g < sizes.length; g++) {
        draw(f, g, sums[g], squares[g], random);
      }
    }
  }

  private void draw(int f, int g, double sum, double squares, SplittableRandom random) {
    double spread = squares + MEAN_STRENGTH * mean[f][g] * mean[f][g];
    precision[f][g] = Gamma.draw((SHAPE + sizes[g] + 1) / 2, random) / ((RATE + spread) / 2);
    double strength = sizes[g] + MEAN_STRENGTH;
    mean[f][g] = sum / strength + random.nextGaussian() / Math.sqrt(strength * precision[f][g]);
  }
}
