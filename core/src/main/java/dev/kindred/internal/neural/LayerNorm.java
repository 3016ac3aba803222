package dev.kindred.internal.neural;

import dev.kindred.internal.math.Kernels;
import java.util.Arrays;
import java.util.List;

/**
 * Layer normalisation (Ba, Kiros and Hinton 2016): each row to mean 0 and variance 1, then {@code
 * gain·x + bias}.
 *
 * @param gain one number a column
 * @param bias one number a column
 */
public record LayerNorm(float[] gain, float[] bias) {
  /** Added to the variance: PyTorch's default. */
  private static final double EPSILON = 1e-5;

  /** Of the width so, with gains of 1 and biases of 0. */
  public static LayerNorm ones(int width) {
    float[] gain = new float[width];
    Arrays.fill(gain, 1);
    return new LayerNorm(gain, new float[width]);
  }

  public static LayerNorm zeros(int width) {
    return new LayerNorm(new float[width], new float[width]);
  }

  public int width() {
    return gain.length;
  }

  /**
   * Normalises rows.
   *
   * @param y overwritten; may be x
   */
  public void apply(int rows, float[] x, int xo, float[] y, int yo) {
    int width = gain.length;
    for (int row = 0; row < rows; row++) {
      int at = yo + row * width;
      standardize(x, xo + row * width, y, at);
      Kernels.get().multiply(gain, 0, y, at, width);
      Kernels.get().axpy(1, bias, 0, y, at, width);
    }
  }

  /**
   * Writes one row with mean 0 and variance 1.
   *
   * @return one over the row's standard deviation
   */
  public float standardize(float[] x, int xo, float[] y, int yo) {
    int width = gain.length;
    float mean = Kernels.get().sum(x, xo, width) / width;
    System.arraycopy(x, xo, y, yo, width);
    for (int j = 0; j < width; j++) {
      y[yo + j] -= mean;
    }
    float square = Kernels.get().dot(y, yo, y, yo, width);
    float inverse = (float) (1 / Math.sqrt(square / width + EPSILON));
    Kernels.get().scale(inverse, y, yo, width);
    return inverse;
  }

  public List<Parameter> parameters(String prefix) {
    return List.of(
        new Parameter(prefix + ".weight", gain, gain.length),
        new Parameter(prefix + ".bias", bias, bias.length));
  }
}
