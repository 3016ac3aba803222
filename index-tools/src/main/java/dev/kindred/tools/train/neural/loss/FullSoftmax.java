package dev.kindred.tools.train.neural.loss;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.Transpose;
import dev.kindred.internal.neural.Embedding;
import java.util.Arrays;

/**
 * Cross-entropy of a softmax over all items, whose scores are products with their embeddings.
 * Scores, softmax and both gradients of a tile of rows are done before the next tile. Scores are
 * held with an item a row and a row of the batch a column, so that a softmax goes down a column,
 * many side by side, and blocks of items pass by in the cache. Not thread-safe.
 */
public final class FullSoftmax {
  /** Of the batch in a tile: a block's scores, embeddings and gradients fit in half a megabyte. */
  private static final int ROWS = 64;

  /** In a block. */
  private static final int ITEMS = 512;

  private final Embedding items;
  private final float[] bias;
  private final float[] scores;

  /** The tile's rows as columns. */
  private final float[] columns;

  /** The tile's rows, each divided by the sum of its exponentials. */
  private final float[] weighted;

  private final float[] max = new float[ROWS];
  private final float[] sum = new float[ROWS];

  /**
   * @param bias added to an item's score; null for none
   */
  public FullSoftmax(Embedding items, float[] bias) {
    this.items = items;
    this.bias = bias;
    this.scores = new float[Math.multiplyExact(items.count(), ROWS)];
    this.columns = new float[items.width() * ROWS];
    this.weighted = new float[ROWS * items.width()];
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
    Arrays.fill(dx, 0, rows * items.width(), 0);
    double loss = 0;
    for (int from = 0; from < rows; from += ROWS) {
      int m = Math.min(ROWS, rows - from);
      score(m, x, from);
      loss += softmax(m, targets, from);
      spread(m, x, from, scale, dx, gradient, dBias);
      subtractTargets(m, x, from, targets, scale, dx, gradient, dBias);
    }
    return loss;
  }

  private void score(int m, float[] x, int from) {
    int width = items.width();
    Kernels kernels = Kernels.get();
    Transpose.of(m, width, x, from * width, width, columns, ROWS);
    Arrays.fill(max, Float.NEGATIVE_INFINITY);
    for (int item = 0; item < items.count(); item += ITEMS) {
      int n = Math.min(ITEMS, items.count() - item);
      int at = item * ROWS;
      startAtBias(item, n);
      kernels.gemm(
          n, m, width, 1, items.table(), item * width, width, columns, 0, ROWS, scores, at, ROWS);
      kernels.maxColumns(n, m, scores, at, ROWS, max);
    }
  }

  private void startAtBias(int item, int n) {
    int at = item * ROWS;
    if (bias == null) {
      Arrays.fill(scores, at, at + n * ROWS, 0);
      return;
    }
    for (int i = 0; i < n; i++) {
      Arrays.fill(scores, at + i * ROWS, at + (i + 1) * ROWS, bias[item + i]);
    }
  }

  /** Leaves exponentials in the scores' place, and their sums; returns the loss. */
  private double softmax(int m, int[] targets, int from) {
    double loss = 0;
    for (int row = 0; row < m; row++) {
      loss += max[row] - scores[targets[from + row] * ROWS + row];
    }
    Arrays.fill(sum, 0);
    Kernels.get().expColumns(items.count(), m, max, scores, 0, ROWS, sum);
    for (int row = 0; row < m; row++) {
      loss += Math.log(sum[row]);
    }
    return loss;
  }

  /** The gradients, as if no item were true. What a row's sum divides is what is small. */
  private void spread(
      int m, float[] x, int from, float scale, float[] dx, Embedding gradient, float[] dBias) {
    int width = items.width();
    int at = from * width;
    Kernels kernels = Kernels.get();
    System.arraycopy(x, at, weighted, 0, m * width);
    for (int row = 0; row < m; row++) {
      sum[row] = scale / sum[row];
      kernels.scale(sum[row], weighted, row * width, width);
    }
    for (int item = 0; item < items.count(); item += ITEMS) {
      int n = Math.min(ITEMS, items.count() - item);
      int score = item * ROWS;
      int row = item * width;
      kernels.gemm(
          n, width, m, 1, scores, score, ROWS, weighted, 0, width, gradient.table(), row, width);
      kernels.gemmTransA(
          m, width, n, 1, scores, score, ROWS, items.table(), row, width, dx, at, width);
    }
    for (int row = 0; row < m; row++) {
      kernels.scale(sum[row], dx, at + row * width, width);
    }
    for (int item = 0; dBias != null && item < items.count(); item++) {
      dBias[item] += kernels.dot(scores, item * ROWS, sum, 0, m);
    }
  }

  private void subtractTargets(
      int m,
      float[] x,
      int from,
      int[] targets,
      float scale,
      float[] dx,
      Embedding gradient,
      float[] dBias) {
    int width = items.width();
    for (int row = from; row < from + m; row++) {
      int target = targets[row] * width;
      Kernels.get().axpy(-scale, items.table(), target, dx, row * width, width);
      Kernels.get().axpy(-scale, x, row * width, gradient.table(), target, width);
      if (dBias != null) {
        dBias[targets[row]] -= scale;
      }
    }
  }
}
