package dev.kindred.tools.train.factor;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.RangeTask;
import dev.kindred.internal.math.RowParallel;
import dev.kindred.model.factor.AlsModel;
import dev.kindred.tools.train.matrix.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The users or the items of an ALS factorisation: their sparse rows and their factors, padded with
 * zeros to {@link Kernels#PAD}. Solving parallelises over rows, so it depends on no thread count.
 */
final class AlsSide {
  private static final int CHUNK = 64;
  private static final double SPREAD = 0.1;

  private final AlsModel.Settings settings;
  private final boolean exact;
  private final int k;
  private final int stride;
  private final int count;
  private final int[] starts;
  private final int[] columns;
  private final float[] weights;
  private final float[] targets;
  private final float[] factors;

  /**
   * @param matrix this side's rows, the other side's columns
   * @param exact Cholesky instead of conjugate gradients
   */
  AlsSide(AlsModel.Settings settings, Matrix matrix, boolean exact, long seed) {
    this.settings = settings;
    this.exact = exact;
    this.k = settings.factors();
    this.stride = Kernels.padded(k);
    this.count = matrix.rows();
    this.starts = matrix.starts();
    this.columns = matrix.columns();
    this.weights = new float[columns.length];
    this.targets = new float[columns.length];
    for (int p = 0; p < columns.length; p++) {
      float strength = matrix.values()[p];
      weights[p] = (float) settings.weight(strength);
      targets[p] = strength > 0 ? (float) settings.unobserved() + weights[p] : 0;
    }
    this.factors = new float[Math.multiplyExact(count, stride)];
    randomize(seed);
  }

  private void randomize(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double deviation = SPREAD / Math.sqrt(k);
    for (int row = 0; row < count; row++) {
      for (int j = 0; j < k; j++) {
        double value = random.nextGaussian() * deviation;
        factors[row * stride + j] = starts[row] == starts[row + 1] ? 0 : (float) value;
      }
    }
  }

  /** The factors without padding, k to a row. */
  float[] rows() {
    float[] rows = new float[count * k];
    for (int row = 0; row < count; row++) {
      System.arraycopy(factors, row * stride, rows, row * k, k);
    }
    return rows;
  }

  /**
   * Finds the rows that minimise the loss while the other side stands still.
   *
   * @return the loss as {@link #loss} defines it, where the solver knows it; else NaN
   */
  double solve(AlsSide other, int threads) {
    double[] byRow = new double[count];
    float[] gram = other.gram(threads);
    Kernels.get().scale((float) settings.unobserved(), gram, 0, gram.length);
    RowParallel.run(
        count,
        CHUNK,
        threads,
        () -> {
          AlsRow solver =
              exact ? new AlsCholesky(gram, stride) : new AlsConjugateGradients(gram, stride);
          return (from, to) -> {
            for (int row = from; row < to; row++) {
              byRow[row] = solve(solver, other, row);
            }
          };
        });
    return (other.penalties(this) + sum(byRow)) / Math.max(1, columns.length);
  }

  private double solve(AlsRow solver, AlsSide other, int row) {
    int from = starts[row];
    int to = starts[row + 1];
    int at = row * stride;
    if (from == to) {
      Arrays.fill(factors, at, at + stride, 0);
      return 0;
    }
    return solver.solve(this, other.factors, from, to, (float) penalty(row, other), factors, at);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private double penalty(int row, AlsSide other) {
    double observed = 0;
    for (int p = starts[row]; p < starts[row + 1]; p++) {
      observed += weights[p];
    }
    return settings.penalty(observed, other.count);
  }

  /** FᵀF, both triangles, stride by stride. Chunked by rows and added up in their order. */
  private float[] gram(int threads) {
    int chunk = 8192;
    int parts = (count + chunk - 1) / chunk;
    float[][] partial = new float[parts][];
    RowParallel.run(
        parts,
        1,
        threads,
        (from, to) -> {
          int first = from * chunk;
          float[] part = new float[stride * stride];
          int rows = Math.min(chunk, count - first);
          Kernels.get().syrk(rows, stride, factors, first * stride, stride, part, 0, stride);
          partial[from] = part;
        });
    float[] gram = new float[stride * stride];
    for (float[] part : partial) {
      Kernels.get().axpy(1, part, 0, gram, 0, gram.length);
    }
    Kernels.get().mirror(stride, gram, 0, stride);
    return gram;
  }

  int[] columns() {
    return columns;
  }

  float[] weights() {
    return weights;
  }

  float[] targets() {
    return targets;
  }

  /** The loss as {@link Als} defines it, divided by the number of observations. */
  double loss(AlsSide other, int threads) {
    float[] mine = gram(threads);
    float[] theirs = other.gram(threads);
    double everywhere = 0;
    for (int i = 0; i < mine.length; i++) {
      everywhere += (double) mine[i] * theirs[i];
    }
    double[] byRow = new double[count];
    RowParallel.run(count, CHUNK, threads, rowLoss(other, byRow));
    double total = settings.unobserved() * everywhere + other.penalties(this) + sum(byRow);
    return total / Math.max(1, columns.length);
  }

  /** What observations add to the loss of predicting 0 for every pair, and the row's penalty. */
  private RangeTask rowLoss(AlsSide other, double[] byRow) {
    return (from, to) -> {
      for (int row = from; row < to; row++) {
        double sum = penalty(row, other) * square(row);
        for (int p = starts[row]; p < starts[row + 1]; p++) {
          float[] theirs = other.factors;
          double x = Kernels.get().dot(factors, row * stride, theirs, columns[p] * stride, stride);
          double liked = targets[p] > 0 ? 1 : 0;
          double all = settings.unobserved() + weights[p];
          sum += all * (liked - x) * (liked - x) - settings.unobserved() * x * x;
        }
        byRow[row] = sum;
      }
    };
  }

  private double penalties(AlsSide other) {
    double sum = 0;
    for (int row = 0; row < count; row++) {
      sum += penalty(row, other) * square(row);
    }
    return sum;
  }

  private double square(int row) {
    return Kernels.get().dot(factors, row * stride, factors, row * stride, stride);
  }
}
