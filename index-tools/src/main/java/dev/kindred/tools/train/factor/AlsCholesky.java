package dev.kindred.tools.train.factor;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.Ridge;
import java.util.Arrays;

/** Exact: gathers the normal equations and factors them. */
final class AlsCholesky implements AlsRow {
  private final Kernels kernels = Kernels.get();
  private final float[] gram;
  private final int k;
  private final float[] matrix;
  private final float[] right;
  private final float[] scratch;

  AlsCholesky(float[] gram, int k) {
    this.gram = gram;
    this.k = k;
    this.matrix = new float[k * k];
    this.right = new float[k];
    this.scratch = new float[Kernels.GATHER_ROWS * k];
  }

  @Override
  public double solve(AlsSide side, float[] y, int from, int to, float penalty, float[] x, int at) {
    System.arraycopy(gram, 0, matrix, 0, matrix.length);
    Arrays.fill(right, 0);
    kernels.gatherGram(
        from, to, side.columns(), side.weights(), side.targets(), y, k, k, matrix, right, scratch);
    float ridge = Math.max(penalty, Ridge.least(k, matrix));
    for (int i = 0; i < k; i++) {
      matrix[i * k + i] += ridge;
    }
    System.arraycopy(right, 0, x, at, k);
    kernels.cholesky(k, matrix, 0, k);
    kernels.choleskySolve(k, matrix, 0, k, x, at);
    return liked(side, from, to) - kernels.dot(right, 0, x, at, k);
  }

  /** The loss of predicting 0, from which the minimum of the quadratic form is x·right away. */
  private static double liked(AlsSide side, int from, int to) {
    double sum = 0;
    for (int p = from; p < to; p++) {
      sum += side.targets()[p];
    }
    return sum;
  }
}
