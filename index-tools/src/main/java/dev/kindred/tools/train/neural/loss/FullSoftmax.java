package dev.kindred.tools.train.neural.loss;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.Transpose;
import dev.kindred.internal.neural.Embedding;
import java.util.Arrays;

/**
 * Cross-entropy of a softmax over all items, whose scores are products with their embeddings.
 * Scores, softmax and both gradients of a tile of rows are done before the next tile. Not
 * thread-safe.
 */
public final class FullSoftmax {
  /**
   * Floats of scores in a tile, about. A megabyte is more than many a second-level cache holds, but
   * a tile passes all embeddings and their gradient by, which pays for more rows only.
   */
  private static final int TILE = 1 << 18;

  private static final int LEAST_ROWS = 16;
  private static final int MOST_ROWS = 256;

  private final Embedding items;
  private final float[] bias;
  private final int tile;
  private final int stride;
  private final float[] scores;

  /** The items' table with an item a column. */
  private final float[] columns;

  /**
   * @param bias added to an item's score; null for none
   */
  public FullSoftmax(Embedding items, float[] bias) {
    this.items = items;
    this.bias = bias;
    this.stride = Kernels.padded(items.count());
    int rows = TILE / stride / LEAST_ROWS * LEAST_ROWS;
    this.tile = Math.clamp(rows, LEAST_ROWS, MOST_ROWS);
    this.scores = new float[tile * stride];
    this.columns = new float[items.width() * stride];
  }

  /**
   * Adds to the gradients.
   *
   * @param x rows of the embeddings' width
   * @param targets each row's true item
   * @param scale of the loss in the gradients, such as one over the batch's rows
   * @param dx receives the gradient of x
   * @param gradient of the embeddings, added to
   * @param dBias of the biases, added to; null where there are none
   * @return the sum of the rows' losses, not scaled
   */
  public double run(
      int rows,
      float[] x,
      int[] targets,
      float scale,
      float[] dx,
      Embedding gradient,
      float[] dBias) {
    Kernels kernels = Kernels.get();
    int width = items.width();
    int count = items.count();
    Arrays.fill(dx, 0, rows * width, 0);
    Transpose.of(count, width, items.table(), 0, width, columns, stride);
    double loss = 0;
    for (int from = 0; from < rows; from += tile) {
      int m = Math.min(tile, rows - from);
      int at = from * width;
      score(m, x, at);
      for (int row = 0; row < m; row++) {
        loss += softmax(row * stride, targets[from + row], scale);
      }
      kernels.gemm(m, width, count, 1, scores, 0, stride, items.table(), 0, width, dx, at, width);
      kernels.gemmTransA(
          count, width, m, 1, scores, 0, stride, x, at, width, gradient.table(), 0, width);
      for (int row = 0; dBias != null && row < m; row++) {
        kernels.axpy(1, scores, row * stride, dBias, 0, count);
      }
    }
    return loss;
  }

  private void score(int rows, float[] x, int xo) {
    for (int row = 0; row < rows; row++) {
      int at = row * stride;
      if (bias == null) {
        Arrays.fill(scores, at, at + stride, 0);
      } else {
        System.arraycopy(bias, 0, scores, at, items.count());
      }
    }
    int width = items.width();
    Kernels.get().gemm(rows, stride, width, 1, x, xo, width, columns, 0, stride, scores, 0, stride);
  }

  /** Turns a row of scores into their gradient; returns the loss. */
  private double softmax(int at, int target, float scale) {
    Kernels kernels = Kernels.get();
    float max = kernels.max(scores, at, items.count());
    float right = scores[at + target];
    float sum = kernels.exp(max, scores, at, items.count());
    kernels.scale(scale / sum, scores, at, items.count());
    scores[at + target] -= scale;
    return Math.log(sum) + max - right;
  }
}
