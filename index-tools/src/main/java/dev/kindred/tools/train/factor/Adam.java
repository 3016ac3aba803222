package dev.kindred.tools.train.factor;

import dev.kindred.internal.math.RowParallel;
import java.util.List;

/** Adam (Kingma and Ba 2015) with the paper's averages. Not thread-safe, but may use threads. */
final class Adam {
  private static final float FIRST = 0.9f;
  private static final float SECOND = 0.999f;
  private static final float EPSILON = 1e-8f;
  private static final int CHUNK = 1 << 16;

  private final List<float[]> parameters;
  private final List<float[]> means;
  private final List<float[]> squares;
  private int steps;

  Adam(List<float[]> parameters) {
    this.parameters = parameters;
    this.means = parameters.stream().map(values -> new float[values.length]).toList();
    this.squares = parameters.stream().map(values -> new float[values.length]).toList();
  }

  /** Moves the parameters against gradients of the same lengths. */
  void step(List<float[]> gradients, double rate, int threads) {
    steps++;
    float size = (float) (rate / (1 - Math.pow(FIRST, steps)));
    float correction = (float) (1 / (1 - Math.pow(SECOND, steps)));
    for (int p = 0; p < parameters.size(); p++) {
      float[] x = parameters.get(p);
      float[] g = gradients.get(p);
      float[] m = means.get(p);
      float[] v = squares.get(p);
      RowParallel.run(
          x.length,
          CHUNK,
          threads,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              m[i] = FIRST * m[i] + (1 - FIRST) * g[i];
              v[i] = SECOND * v[i] + (1 - SECOND) * g[i] * g[i];
              x[i] -= size * m[i] / ((float) Math.sqrt(v[i] * correction) + EPSILON);
            }
          });
    }
  }
}
