package dev.kindred.internal.neural;

import dev.kindred.internal.math.Kernels;
import java.util.List;

/**
 * A dense layer: y = x·W + b.
 *
 * @param in width of x
 * @param out width of y
 * @param weights W[in×out]; transposed beside PyTorch's {@code Linear.weight}
 * @param bias b[out]
 */
public record Dense(int in, int out, float[] weights, float[] bias) {

  public static Dense zeros(int in, int out) {
    return new Dense(in, out, new float[Math.multiplyExact(in, out)], new float[out]);
  }

  /**
   * y = x·W + b for so many rows.
   *
   * @param x rows of {@code in}, from {@code xo}
   * @param y rows of {@code out}, from {@code yo}; overwritten
   */
  public void apply(int rows, float[] x, int xo, float[] y, int yo) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(bias, 0, y, yo + row * out, out);
    }
    Kernels.get().gemm(rows, out, in, 1, x, xo, in, weights, 0, out, y, yo, out);
  }

  public List<Parameter> parameters(String prefix) {
    return List.of(
        new Parameter(prefix + ".weight", weights, in, out),
        new Parameter(prefix + ".bias", bias, out));
  }
}
