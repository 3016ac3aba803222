package dev.kindred.tools.train.neural.loss;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.neural.Embedding;
import java.util.Arrays;

/**
 * A {@link RowLoss} of rows that share a sample of other items. A sampled item that happens to be a
 * row's true one does not count there. Not thread-safe.
 */
public final class SampledLoss {
  private static final int ROWS = 128;

  private final RowLoss loss;
  private final Embedding items;
  private final float[] bias;
  private final float[] shift;
  private float[] sampled = {};
  private float[] products = {};
  private float[] dSampled = {};
  private float[] row = {};

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
    gather(sample);
    Arrays.fill(dx, 0, rows * width, 0);
    double total = 0;
    Kernels kernels = Kernels.get();
    for (int from = 0; from < rows; from += ROWS) {
      int m = Math.min(ROWS, rows - from);
      int at = from * width;
      Arrays.fill(products, 0, m * n, 0);
      kernels.gemmTransB(m, n, width, 1, x, at, width, sampled, 0, width, products, 0, n);
      for (int i = 0; i < m; i++) {
        int target = targets[from + i];
        total += one(x, at + i * width, target, sample, i * n, scale);
        kernels.axpy(row[0], items.table(), target * width, dx, at + i * width, width);
        kernels.axpy(row[0], x, at + i * width, gradient.table(), target * width, width);
        addBias(dBias, target, sample);
      }
      kernels.gemm(m, width, n, 1, products, 0, n, sampled, 0, width, dx, at, width);
      kernels.gemmTransA(n, width, m, 1, products, 0, n, x, at, width, dSampled, 0, width);
    }
    for (int j = 0; j < n; j++) {
      kernels.axpy(1, dSampled, j * width, gradient.table(), sample[j] * width, width);
    }
    return total;
  }

  /** Loss of one row; leaves the true item's gradient in {@code row[0]}, others' in products. */
  private double one(float[] x, int xo, int target, int[] sample, int at, float scale) {
    int n = sample.length;
    int width = items.width();
    row[0] = Kernels.get().dot(x, xo, items.table(), target * width, width) + bias(target);
    for (int j = 0; j < n; j++) {
      row[1 + j] =
          sample[j] == target
              ? Float.NEGATIVE_INFINITY
              : products[at + j] + bias(sample[j]) - shift(sample[j]);
    }
    double value = loss.apply(row, 0, n);
    Kernels.get().scale(scale, row, 0, n + 1);
    System.arraycopy(row, 1, products, at, n);
    return value;
  }

  private float bias(int item) {
    return bias == null ? 0 : bias[item];
  }

  private float shift(int item) {
    return shift == null ? 0 : shift[item];
  }

  private void addBias(float[] dBias, int target, int[] sample) {
    if (dBias == null) {
      return;
    }
    dBias[target] += row[0];
    for (int j = 0; j < sample.length; j++) {
      dBias[sample[j]] += row[1 + j];
    }
  }

  private void gather(int[] sample) {
    int width = items.width();
    if (sampled.length != sample.length * width) {
      sampled = new float[sample.length * width];
      dSampled = new float[sample.length * width];
      products = new float[ROWS * sample.length];
      row = new float[1 + sample.length];
    }
    Arrays.fill(dSampled, 0);
    for (int j = 0; j < sample.length; j++) {
      System.arraycopy(items.table(), sample[j] * width, sampled, j * width, width);
    }
  }
}
