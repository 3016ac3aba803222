package dev.kindred.tools.train.rating;

import dev.kindred.internal.math.Kernels;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The parameters of one block by feature, k factors and a weight each, for learners that visit one
 * row at a time. A row's first cell is always its own feature. Mutable.
 */
final class FmRows {
  private final FmBlock.ByRow cells;
  private final int stride;
  private final float[] values;
  private final float[] gradients;

  /**
   * @param adaptive whether to remember squared gradients
   */
  FmRows(FmBlock block, int factors, double deviation, boolean adaptive, SplittableRandom random) {
    this.cells = block.byRow();
    this.stride = factors + 1;
    this.values = new float[block.features() * stride];
    for (int j = 0; j < block.features(); j++) {
      for (int f = 0; f < factors; f++) {
        values[j * stride + f] = (float) (deviation * random.nextGaussian());
      }
    }
    this.gradients = new float[adaptive ? values.length : 0];
  }

  private int first(int row) {
    return cells.starts()[row];
  }

  private int last(int row, int cell) {
    return (int) Math.min(cells.starts()[row + 1], (long) first(row) + cell);
  }

  /** What the row's features from this cell on add up to. */
  void sum(int row, int fromCell, float[] into) {
    Arrays.fill(into, 0);
    for (int c = first(row) + fromCell; c < cells.starts()[row + 1]; c++) {
      int at = cells.features()[c] * stride;
      Kernels.get().axpy(cells.strengths()[c], values, at, into, 0, stride);
    }
  }

  /** Adds the row's own feature. */
  void addOwn(int row, float[] into) {
    int c = first(row);
    int at = cells.features()[c] * stride;
    Kernels.get().axpy(cells.strengths()[c], values, at, into, 0, stride);
  }

  /** {@code ½(‖Σ v·x‖² − Σ ‖v·x‖²)} of the row, given its sum. */
  double interactions(int row, float[] sum) {
    double squares = Kernels.get().dot(sum, 0, sum, 0, stride - 1);
    for (int c = first(row); c < cells.starts()[row + 1]; c++) {
      int at = cells.features()[c] * stride;
      double x = cells.strengths()[c];
      squares -= x * x * Kernels.get().dot(values, at, values, at, stride - 1);
    }
    return squares / 2;
  }

  /**
   * Moves some of the row's features.
   *
   * @param gradient by what the row adds up to: the sum over ratings of error × slope, and last the
   *     sum of errors
   * @param count of the ratings
   */
  void step(
      int row,
      int fromCell,
      int toCell,
      float[] gradient,
      int count,
      double rate,
      FmSgd.Steps steps) {
    for (int c = first(row) + fromCell; c < last(row, toCell); c++) {
      int at = cells.features()[c] * stride;
      float x = cells.strengths()[c];
      double itself = steps.own() ? x * (double) x * gradient[stride - 1] : 0;
      for (int f = 0; f < stride; f++) {
        double value = values[at + f];
        double own = f < stride - 1 ? itself * value : 0;
        double slope = x * (double) gradient[f] - own - count * steps.penalty() * value;
        values[at + f] += (float) (rate(at + f, slope, rate) * slope);
      }
    }
  }

  private double rate(int parameter, double slope, double rate) {
    if (gradients.length == 0) {
      return rate;
    }
    gradients[parameter] += (float) (slope * slope);
    return rate / Math.sqrt(1e-8 + gradients[parameter]);
  }

  FmWeights weights() {
    return FmWeights.of(values, stride);
  }
}
