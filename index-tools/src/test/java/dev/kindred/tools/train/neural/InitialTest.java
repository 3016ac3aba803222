package dev.kindred.tools.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InitialTest {
  private static double meanSquare(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum / values.length;
  }

  @Test
  void normalValuesHaveTheDeviation() {
    float[] values = new float[50_000];
    Initial.normal(values, 0.02, new SplittableRandom(1));
    assertThat(Math.sqrt(meanSquare(values))).isCloseTo(0.02, within(0.0002));
  }

  @Test
  void glorotsBoundKeepsTheVarianceOfALayer() {
    float[] values = new float[50_000];
    Initial.glorot(values, 30, 20, new SplittableRandom(1));
    assertThat(meanSquare(values)).isCloseTo(2.0 / (30 + 20), within(0.001));
    double bound = Math.sqrt(6.0 / 50);
    for (float value : values) {
      assertThat((double) value).isBetween(-bound, bound);
    }
  }
}
