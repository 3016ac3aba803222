package dev.kindred.tools.train.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AdamTest {
  /** Algorithm 1 of the paper, in doubles. */
  @Test
  void stepsAsThePaperWritesThem() {
    float[] x = {1, -2};
    Adam adam = new Adam(List.of(x));
    double[] expected = {1, -2};
    double[] m = new double[2];
    double[] v = new double[2];
    for (int t = 1; t <= 20; t++) {
      float[] gradient = {t % 3 - 0.5f, 0.1f * t};
      adam.step(List.of(gradient), 0.01, 2);
      for (int i = 0; i < 2; i++) {
        m[i] = 0.9 * m[i] + 0.1 * gradient[i];
        v[i] = 0.999 * v[i] + 0.001 * gradient[i] * gradient[i];
        double mean = m[i] / (1 - Math.pow(0.9, t));
        double square = v[i] / (1 - Math.pow(0.999, t));
        expected[i] -= 0.01 * mean / (Math.sqrt(square) + 1e-8);
      }
    }
    assertThat((double) x[0]).isCloseTo(expected[0], within(1e-5));
    assertThat((double) x[1]).isCloseTo(expected[1], within(1e-5));
  }

  @Test
  void findsTheMinimumOfAParabola() {
    float[] x = {5};
    Adam adam = new Adam(List.of(x));
    for (int step = 0; step < 2000; step++) {
      adam.step(List.of(new float[] {2 * (x[0] - 3)}), 0.01, 1);
    }
    assertThat((double) x[0]).isCloseTo(3, within(1e-3));
  }
}
