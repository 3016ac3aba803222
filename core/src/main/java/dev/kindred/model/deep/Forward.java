package dev.kindred.model.deep;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.neural.Dense;
import java.util.ArrayList;
import java.util.List;

/** Layers applied to one row, without packing, copies or garbage. */
final class Forward {
  private Forward() {}

  /** y = x·W + b. */
  static void row(Dense layer, float[] x, float[] y) {
    System.arraycopy(layer.bias(), 0, y, 0, layer.out());
    add(layer, 0, layer.in(), x, y, 0);
  }

  /** y += x·W for the rows of W from {@code from} on, as many as x has numbers that count. */
  static void add(Dense layer, int from, int count, float[] x, float[] y, int yo) {
    int width = layer.out();
    if (width == 1) {
      y[yo] += Kernels.get().dot(layer.weights(), from, x, 0, count);
    } else {
      Kernels.get()
          .gemvTransA(count, width, 1, layer.weights(), from * width, width, x, 0, 1, y, yo);
    }
  }

  /** What is below 0 becomes 0. */
  static void rectify(float[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.max(0, x[i]);
    }
  }

  /** Gives x this length; whether it is not 0. */
  static boolean normalize(float[] x, float length) {
    double norm = Math.sqrt(Kernels.get().dot(x, 0, x, 0, x.length));
    if (norm > 0) {
      Kernels.get().scale((float) (length / norm), x, 0, x.length);
    }
    return norm > 0;
  }

  /** Layers of these widths, one after another, all 0. */
  static List<Dense> layers(int inputs, List<Integer> widths) {
    List<Dense> layers = new ArrayList<>();
    int width = inputs;
    for (int next : widths) {
      layers.add(Dense.zeros(width, next));
      width = next;
    }
    return List.copyOf(layers);
  }
}
