package dev.kindred.tools.train.neural.layer;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.neural.LayerNorm;

/** The backward pass of {@link LayerNorm}; normalises the input again instead of storing it. */
public final class LayerNormBackward {
  private LayerNormBackward() {}

  /**
   * Adds to the gradients of the parameters and of the input.
   *
   * @param x the input
   * @param dy gradient of the output
   * @param dx added to
   */
  public static void add(
      LayerNorm layer, LayerNorm gradient, int rows, float[] x, float[] dy, float[] dx) {
    int width = layer.width();
    Kernels kernels = Kernels.get();
    float[] standard = new float[width];
    float[] scaled = new float[width];
    for (int row = 0; row < rows; row++) {
      int at = row * width;
      float inverse = layer.standardize(x, at, standard, 0);
      kernels.addProduct(1, dy, at, standard, 0, gradient.gain(), 0, width);
      kernels.axpy(1, dy, at, gradient.bias(), 0, width);
      System.arraycopy(dy, at, scaled, 0, width);
      kernels.multiply(layer.gain(), 0, scaled, 0, width);
      float mean = kernels.sum(scaled, 0, width) / width;
      float slope = kernels.dot(scaled, 0, standard, 0, width) / width;
      for (int j = 0; j < width; j++) {
        scaled[j] -= mean + standard[j] * slope;
      }
      kernels.axpy(inverse, scaled, 0, dx, at, width);
    }
  }
}
