package dev.kindred.tools.train.neural.layer;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.Transpose;
import dev.kindred.internal.neural.Dense;
import java.util.Arrays;

/** The backward pass of {@link Dense}. */
public final class DenseBackward {
  private DenseBackward() {}

  /**
   * Adds to the gradient of the parameters, and writes that of the input.
   *
   * @param x the input, rows of {@code layer.in()}
   * @param dy gradient of the output, rows of {@code layer.out()}
   * @param dx receives the gradient of the input; null when nobody asks
   */
  public static void run(
      Dense layer, Dense gradient, int rows, float[] x, int xo, float[] dy, int dyo, float[] dx) {
    parameters(layer, gradient, rows, x, xo, dy, dyo);
    if (dx != null) {
      Arrays.fill(dx, 0, rows * layer.in(), 0);
      addInput(layer, transposed(layer), rows, dy, dyo, dx, 0);
    }
  }

  /** Adds to the gradient of the parameters alone. */
  public static void parameters(
      Dense layer, Dense gradient, int rows, float[] x, int xo, float[] dy, int dyo) {
    int in = layer.in();
    int out = layer.out();
    Kernels kernels = Kernels.get();
    kernels.gemmTransA(in, out, rows, 1, x, xo, in, dy, dyo, out, gradient.weights(), 0, out);
    for (int row = 0; row < rows; row++) {
      kernels.axpy(1, dy, dyo + row * out, gradient.bias(), 0, out);
    }
  }

  /** dx += dy·Wᵀ. */
  static void addInput(
      Dense layer, float[] transposed, int rows, float[] dy, int dyo, float[] dx, int dxo) {
    int in = layer.in();
    int out = layer.out();
    Kernels.get().gemm(rows, in, out, 1, dy, dyo, out, transposed, 0, in, dx, dxo, in);
  }

  /** Wᵀ[out×in]. */
  static float[] transposed(Dense layer) {
    float[] transposed = new float[layer.weights().length];
    Transpose.of(layer.in(), layer.out(), layer.weights(), 0, layer.out(), transposed, layer.in());
    return transposed;
  }
}
