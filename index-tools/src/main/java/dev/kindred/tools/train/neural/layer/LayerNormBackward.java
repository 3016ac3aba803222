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
    float[] gain = layer.gain();
    float[] standard = new float[width];
    float[] scaled = new float[width];
    for (int row = 0; row < rows; row++) {
      int at = row * width;
      float inverse = layer.standardize(x, at, standard, 0);
      for (int j = 0; j < width; j++) {
        gradient.gain()[j] += dy[at + j] * standard[j];
        gradient.bias()[j] += dy[at + j];
        scaled[j] = dy[at + j] * gain[j];
      }
      float mean = Kernels.get().sum(scaled, 0, width) / width;
      float slope = Kernels.get().dot(scaled, 0, standard, 0, width) / width;
      for (int j = 0; j < width; j++) {
        dx[at + j] += inverse * (scaled[j] - mean - standard[j] * slope);
      }
    }
  }
}
