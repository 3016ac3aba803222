package dev.kindred.tools.train.neural.loss;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.Transpose;
import dev.kindred.internal.neural.Embedding;
import java.util.Arrays;

/**
 * A {@link RowLoss} of rows that share a sample of other items. A sampled item that happens to be a
 * row's true one does not count there. Not thread-safe.
 */
public final class SampledLoss {
  private static final int ROWS = 128;
  private static final float[] ONES = new float[ROWS];

  static {
    Arrays.fill(ONES, 1);
  }

  private final RowLoss loss;
  private final Embedding items;
  private final float[] bias;
  private final float[] shift;

  /** The sample's embeddings, once more with an item a column, and their gradients. */
  private float[] sampled = {};

  private float[] columns = {};
  private float[] dSampled = {};

  /** What is added to the products with each of the sample, and its gradient. */
  private float[] offsets = {};

  private float[] dOffsets = {};

  /** A row for each of {@link #ROWS}: the true item's score, then those of the sample. */
  private float[] scores = {};

  /**
   * @param bias added to an item's score; null for none
   * @param shift subtracted from a sampled item's score in training only: with the logarithm of how
   *     often it is expected in the sample, a softmax's sum is estimated without bias (Bengio and
   *     Senécal 2008); null for none. The true item, always there, has none
   */
  public SampledLoss(RowLoss loss, Embedding items, float[] bias, float[] shift) {
    this.loss = loss;
    this.items = items;
    this.bias = bias;
    this.shift = shift;
  }

  /**
   * Adds to the gradients. Parameters beside the sample are those of {@link FullSoftmax#run}.
   *
   * @param sample the other items; repeats count as often as they come
   */
  public double run(
      int rows,
      float[] x,
      int[] targets,
      int[] sample,
      float scale,
      float[] dx,
      Embedding gradient,
      float[] dBias) {
    int width = items.width();
    int n = sample.length;
    int stride = 1 + n;
    gather(sample);
    Arrays.fill(dx, 0, rows * width, 0);
    double total = 0;
    Kernels kernels = Kernels.get();
    for (int from = 0; from < rows; from += ROWS) {
      int m = Math.min(ROWS, rows - from);
      int at = from * width;
      for (int i = 0; i < m; i++) {
        System.arraycopy(offsets, 0, scores, i * stride + 1, n);
      }
      kernels.gemm(m, n, width, 1, x, at, width, columns, 0, n, scores, 1, stride);
      for (int i = 0; i < m; i++) {
        int row = i * stride;
        int xi = at + i * width;
        int target = targets[from + i];
        total += one(x, xi, target, sample, row, scale);
        kernels.axpy(scores[row], items.table(), target * width, dx, xi, width);
        kernels.axpy(scores[row], x, xi, gradient.table(), target * width, width);
        if (dBias != null) {
          dBias[target] += scores[row];
        }
      }
      if (dBias != null) {
        kernels.gemvTransA(m, n, 1, scores, 1, stride, ONES, 0, 1, dOffsets, 0);
      }
      kernels.gemm(m, width, n, 1, scores, 1, stride, sampled, 0, width, dx, at, width);
      kernels.gemmTransA(n, width, m, 1, scores, 1, stride, x, at, width, dSampled, 0, width);
    }
    scatter(sample, gradient, dBias);
    return total;
  }

  /** Loss of one row, whose scores become their gradient. */
  private double one(float[] x, int xo, int target, int[] sample, int row, float scale) {
    Kernels kernels = Kernels.get();
    int width = items.width();
    scores[row] = kernels.dot(x, xo, items.table(), target * width, width) + bias(target);
    for (int j = 0; j < sample.length; j++) {
      if (sample[j] == target) {
        scores[row + 1 + j] = Float.NEGATIVE_INFINITY;
      }
    }
    double value = loss.apply(scores, row, sample.length);
    kernels.scale(scale, scores, row, 1 + sample.length);
    return value;
  }

  private float bias(int item) {
    return bias == null ? 0 : bias[item];
  }

  private void gather(int[] sample) {
    int n = sample.length;
    int width = items.width();
    if (offsets.length != n) {
      sampled = new float[n * width];
      columns = new float[n * width];
      dSampled = new float[n * width];
      offsets = new float[n];
      dOffsets = new float[n];
      scores = new float[ROWS * (1 + n)];
    }
    Arrays.fill(dSampled, 0);
    Arrays.fill(dOffsets, 0);
    for (int j = 0; j < n; j++) {
      System.arraycopy(items.table(), sample[j] * width, sampled, j * width, width);
      offsets[j] = bias(sample[j]) - (shift == null ? 0 : shift[sample[j]]);
    }
    Transpose.of(n, width, sampled, 0, width, columns, n);
  }

  private void scatter(int[] sample, Embedding gradient, float[] dBias) {
    int width = items.width();
    for (int j = 0; j < sample.length; j++) {
      Kernels.get().axpy(1, dSampled, j * width, gradient.table(), sample[j] * width, width);
      if (dBias != null) {
        dBias[sample[j]] += dOffsets[j];
      }
    }
  }
}
