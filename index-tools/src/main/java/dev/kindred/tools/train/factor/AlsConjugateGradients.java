package dev.kindred.tools.train.factor;

import dev.kindred.internal.math.Kernels;
import java.util.Arrays;

/**
 * Approximate: three steps of conjugate gradients from the last answer, never forming the matrix
 * (Takács, Pilászy and Tikk 2011).
 */
final class AlsConjugateGradients implements AlsRow {
  private static final int STEPS = 3;
  private static final float NOTHING = 1e-20f;

  private final Kernels kernels = Kernels.get();
  private final float[] gram;
  private final int k;
  private final float[] residual;
  private final float[] direction;
  private final float[] image;

  AlsConjugateGradients(float[] gram, int k) {
    this.gram = gram;
    this.k = k;
    this.residual = new float[k];
    this.direction = new float[k];
    this.image = new float[k];
  }

  @Override
  public double solve(AlsSide side, float[] y, int from, int to, float penalty, float[] x, int at) {
    Arrays.fill(residual, 0);
    kernels.gemvTransA(k, k, -1, gram, 0, k, x, at, 1, residual, 0);
    kernels.axpy(-penalty, x, at, residual, 0, k);
    kernels.gatherResidual(
        from, to, side.columns(), side.weights(), side.targets(), y, k, k, x, at, residual, 0);
    System.arraycopy(residual, 0, direction, 0, k);
    float square = kernels.dot(residual, 0, residual, 0, k);
    for (int step = 0; step < STEPS && square > NOTHING; step++) {
      Arrays.fill(image, 0);
      kernels.gemvTransA(k, k, 1, gram, 0, k, direction, 0, 1, image, 0);
      kernels.axpy(penalty, direction, 0, image, 0, k);
      kernels.gatherApply(
          from, to, side.columns(), side.weights(), y, k, k, direction, 0, image, 0);
      float length = square / kernels.dot(direction, 0, image, 0, k);
      kernels.axpy(length, direction, 0, x, at, k);
      kernels.axpy(-length, image, 0, residual, 0, k);
      float next = kernels.dot(residual, 0, residual, 0, k);
      kernels.scale(next / square, direction, 0, k);
      kernels.axpy(1, residual, 0, direction, 0, k);
      square = next;
    }
    return Double.NaN;
  }
}
