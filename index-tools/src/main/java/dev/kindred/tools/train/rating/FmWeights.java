package dev.kindred.tools.train.rating;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The parameters of one block while they are learned: a weight and k factors a feature, by factor.
 * Index k of the first dimension is the weight. Mutable.
 */
final class FmWeights {
  final int factors;
  final double[][] values;

  FmWeights(FmBlock block, int factors, double deviation, SplittableRandom random) {
    this.factors = factors;
    this.values = new double[factors + 1][block.features()];
    for (int f = 0; f < factors; f++) {
      for (int j = 0; j < block.features(); j++) {
        values[f][j] = deviation * random.nextGaussian();
      }
    }
  }

  FmWeights(double[][] values) {
    this.factors = values.length - 1;
    this.values = values;
  }

  /** From rows of k factors and a weight. */
  static FmWeights of(float[] rows, int stride) {
    double[][] byFactor = new double[stride][rows.length / stride];
    for (int i = 0; i < rows.length; i++) {
      byFactor[i % stride][i / stride] = rows[i];
    }
    return new FmWeights(byFactor);
  }

  FmWeights copy() {
    return new FmWeights(Arrays.stream(values).map(double[]::clone).toArray(double[][]::new));
  }

  /** The largest magnitude; NaN when any is. */
  double largest() {
    double largest = 0;
    for (double[] ofFactor : values) {
      for (double value : ofFactor) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }

  /** What the rows of the block add up to in one factor, or in the weight. */
  void sums(FmBlock block, int factor, double[] into) {
    Arrays.fill(into, 0);
    double[] v = values[factor];
    for (int j = 0; j < v.length; j++) {
      for (int c = block.starts()[j]; c < block.starts()[j + 1]; c++) {
        into[block.rows()[c]] += v[j] * block.strengths()[c];
      }
    }
  }
}
