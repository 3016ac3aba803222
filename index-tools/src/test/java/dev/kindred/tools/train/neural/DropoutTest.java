package dev.kindred.tools.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.internal.neural.Noise;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DropoutTest {
  private static float[] apply(Noise noise, int site, long row, int n) {
    float[] x = new float[n + 2];
    Arrays.fill(x, 1);
    noise.apply(site, row, x, 1, n);
    assertThat(x[0]).isEqualTo(1);
    assertThat(x[n + 1]).isEqualTo(1);
    return Arrays.copyOfRange(x, 1, n + 1);
  }

  @Test
  void zeroesTheRateAndKeepsTheMean() {
    float[] x = apply(Dropout.of(0.2, 1, 1), 0, 0, 100_003);
    int zeros = 0;
    double sum = 0;
    for (float v : x) {
      zeros += v == 0 ? 1 : 0;
      sum += v;
    }
    assertThat(zeros / 100_003.0).isCloseTo(0.2, within(0.005));
    assertThat(sum / 100_003).isCloseTo(1, within(0.01));
  }

  @Test
  void isAFunctionOfThePlace() {
    Noise noise = Dropout.of(0.5, 1, 7);
    float[] here = apply(noise, 2, 30, 64);
    assertThat(apply(noise, 2, 30, 64)).isEqualTo(here);
    assertThat(apply(noise, 2, 31, 64)).isNotEqualTo(here);
    assertThat(apply(noise, 3, 30, 64)).isNotEqualTo(here);
    assertThat(apply(Dropout.of(0.5, 1, 8), 2, 30, 64)).isNotEqualTo(here);
    assertThat(apply(Dropout.of(0.5, 2, 7), 2, 30, 64)).isNotEqualTo(here);
  }

  @Test
  void neighbouringRowsHaveNothingInCommon() {
    Noise noise = Dropout.of(0.5, 1, 7);
    int same = 0;
    for (int row = 0; row < 1000; row++) {
      float[] a = apply(noise, 0, row, 8);
      float[] b = apply(noise, 0, row + 1, 8);
      for (int i = 0; i < 8; i++) {
        same += a[i] == b[i] ? 1 : 0;
      }
    }
    assertThat(same).isBetween(3800, 4200);
  }

  @Test
  void noRateIsNoNoise() {
    assertThat(Dropout.of(0, 1, 1)).isSameAs(Noise.NONE);
  }
}
