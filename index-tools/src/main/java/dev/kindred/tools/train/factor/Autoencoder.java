package dev.kindred.tools.train.factor;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.RangeTask;
import dev.kindred.internal.math.RowParallel;
import dev.kindred.tools.train.matrix.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * {@code z = W·f(V·x + c) + b} over the rows x of a matrix with n columns, and the gradient of its
 * loss. V and W hold a row of k numbers for each column. Work is divided by rows of the batch in
 * the forward pass and by columns in the backward pass, each written by one thread alone, so that
 * the number of threads changes nothing. Not thread-safe.
 */
final class Autoencoder {
  private static final int ROWS = 16;
  private static final int COLUMNS = 256;

  private final Matrix matrix;
  private final int n;
  private final int k;
  private final Objective objective;
  private final double regularization;
  private final float[] encoder;
  private final float[] hiddenBias;
  private final float[] decoder;
  private final float[] bias;
  private final float[] inputs;

  /**
   * @param regularization λ: the loss of all rows has λ/2·(‖V‖² + ‖W‖²) beside it
   */
  Autoencoder(Matrix matrix, int k, Objective objective, double regularization, long seed) {
    this.matrix = matrix;
    this.n = matrix.width();
    this.k = k;
    this.objective = objective;
    this.regularization = regularization;
    this.encoder = new float[Math.multiplyExact(n, k)];
    this.hiddenBias = new float[k];
    this.decoder = new float[n * k];
    this.bias = new float[n];
    this.inputs = new float[matrix.columns().length];
    SplittableRandom random = new SplittableRandom(seed);
    double bound = Math.sqrt(6.0 / (n + k));
    for (int i = 0; i < encoder.length; i++) {
      encoder[i] = (float) random.nextDouble(-bound, bound);
      decoder[i] = (float) random.nextDouble(-bound, bound);
    }
  }

  int rows() {
    return matrix.rows();
  }

  /** Whether the row holds anything. */
  boolean speaks(int row) {
    return matrix.count(row) > 0;
  }

  /** V, c, W and b, the arrays themselves. */
  List<float[]> parameters() {
    return List.of(encoder, hiddenBias, decoder, bias);
  }

  /** Arrays of the same lengths. */
  List<float[]> zeros() {
    return parameters().stream().map(values -> new float[values.length]).toList();
  }

  /** Scratch space for batches of up to so many rows. */
  final class Batch {
    private final float[] hidden;
    private final float[] output;
    private final float[] back;
    private final double[] losses;
    private int[] rows;

    Batch(int most) {
      hidden = new float[Math.multiplyExact(most, k)];
      back = new float[most * k];
      output = new float[Math.multiplyExact(most, n)];
      losses = new double[most];
    }

    /**
     * The gradient of the batch's mean loss a row, and of its share of the regularisation.
     *
     * @param batch rows of the matrix, distinct
     * @param dropout share of the cells that do not go in
     * @param seed of what is dropped
     * @param gradients overwritten; see {@link #zeros}
     * @return the mean loss a row, without regularisation
     */
    double gradient(int[] batch, double dropout, long seed, List<float[]> gradients, int threads) {
      rows = batch;
      RowParallel.run(
          rows.length,
          ROWS,
          threads,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              takeIn(i, dropout, seed);
              encode(rows[i], hidden, i * k);
            }
            forth(from, to);
          });
      RowParallel.run(n, COLUMNS, threads, back(gradients));
      float[] ofBias = gradients.get(1);
      Arrays.fill(ofBias, 0);
      for (int i = 0; i < rows.length; i++) {
        Kernels.get().axpy(1, back, i * k, ofBias, 0, k);
      }
      return Arrays.stream(losses, 0, rows.length).sum() / rows.length;
    }

    private void takeIn(int i, double dropout, long seed) {
      int row = rows[i];
      double scale = objective.scale(matrix, row) / (1 - dropout);
      SplittableRandom random = new SplittableRandom(seed + 31L * row);
      for (int p = matrix.starts()[row]; p < matrix.starts()[row + 1]; p++) {
        boolean kept = dropout == 0 || random.nextDouble() >= dropout;
        inputs[p] = kept ? (float) (scale * objective.input(matrix.values()[p])) : 0;
      }
    }

    /**
     * From the hidden units to the outputs, the loss, and its gradient back at the hidden units.
     */
    private void forth(int from, int to) {
      Kernels kernels = Kernels.get();
      int count = to - from;
      for (int i = from; i < to; i++) {
        System.arraycopy(bias, 0, output, i * n, n);
      }
      kernels.gemmTransB(count, n, k, 1, hidden, from * k, k, decoder, 0, k, output, from * n, n);
      for (int i = from; i < to; i++) {
        losses[i] = objective.gradient(matrix, rows[i], output, i * n);
      }
      kernels.scale(1f / rows.length, output, from * n, count * n);
      Arrays.fill(back, from * k, to * k, 0);
      kernels.gemm(count, k, n, 1, output, from * n, n, decoder, 0, k, back, from * k, k);
      for (int j = from * k; j < to * k; j++) {
        back[j] *= objective.loss().slope(hidden[j]);
      }
    }

    /** The gradients of a range of columns. */
    private RangeTask back(List<float[]> gradients) {
      float[] ofEncoder = gradients.get(0);
      float[] ofDecoder = gradients.get(2);
      float[] ofBias = gradients.get(3);
      float share = (float) (regularization / Math.max(1, matrix.rows()));
      return (from, to) -> {
        Kernels kernels = Kernels.get();
        int at = from * k;
        int size = (to - from) * k;
        for (int j = at; j < at + size; j++) {
          ofEncoder[j] = share * encoder[j];
          ofDecoder[j] = share * decoder[j];
        }
        kernels.gemmTransA(
            to - from, k, rows.length, 1, output, from, n, hidden, 0, k, ofDecoder, at, k);
        Arrays.fill(ofBias, from, to, 0);
        for (int i = 0; i < rows.length; i++) {
          kernels.axpy(1, output, i * n + from, ofBias, from, to - from);
          ofInputs(i, from, to, ofEncoder);
        }
      };
    }

    private void ofInputs(int i, int from, int to, float[] ofEncoder) {
      int end = matrix.starts()[rows[i] + 1];
      int found = Arrays.binarySearch(matrix.columns(), matrix.starts()[rows[i]], end, from);
      for (int p = found < 0 ? -found - 1 : found; p < end && matrix.columns()[p] < to; p++) {
        if (inputs[p] != 0) {
          Kernels.get().axpy(inputs[p], back, i * k, ofEncoder, matrix.columns()[p] * k, k);
        }
      }
    }
  }

  /** The hidden units for a row whose inputs were taken in. */
  private void encode(int row, float[] hidden, int at) {
    System.arraycopy(hiddenBias, 0, hidden, at, k);
    for (int p = matrix.starts()[row]; p < matrix.starts()[row + 1]; p++) {
      if (inputs[p] != 0) {
        Kernels.get().axpy(inputs[p], encoder, matrix.columns()[p] * k, hidden, at, k);
      }
    }
    for (int f = at; f < at + k; f++) {
      hidden[f] = objective.loss().hidden(hidden[f]);
    }
  }

  /** The hidden units of every row and 1, k + 1 to a row; zeros for an empty row. */
  float[] codes() {
    float[] codes = new float[Math.multiplyExact(matrix.rows(), k + 1)];
    for (int row = 0; row < matrix.rows(); row++) {
      if (matrix.count(row) > 0) {
        double scale = objective.scale(matrix, row);
        for (int p = matrix.starts()[row]; p < matrix.starts()[row + 1]; p++) {
          inputs[p] = (float) (scale * objective.input(matrix.values()[p]));
        }
        encode(row, codes, row * (k + 1));
        codes[row * (k + 1) + k] = 1;
      }
    }
    return codes;
  }

  /** W and b, k + 1 to a column; zeros for a column without cells. */
  float[] decoderRows() {
    float[] rows = new float[Math.multiplyExact(n, k + 1)];
    for (int column : matrix.columns()) {
      System.arraycopy(decoder, column * k, rows, column * (k + 1), k);
      rows[column * (k + 1) + k] = bias[column];
    }
    return rows;
  }

  float[] encoder() {
    return encoder;
  }

  float[] hiddenBias() {
    return hiddenBias;
  }
}
