package dev.kindred.arrange.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments over many draws, within five of their standard errors. */
class DrawsTest {
  private static final int N = 40_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 1, 2.5, 40})
  void gammaHasItsMeanAndVariance(double shape) {
    SplittableRandom random = new SplittableRandom(1);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < N; i++) {
      double x = Draws.gamma(shape, random);
      sum += x;
      squares += (x - shape) * (x - shape);
    }
    assertThat(sum / N).isCloseTo(shape, within(5 * Math.sqrt(shape / N)));
    double fourth = 3 * shape * shape + 6 * shape;
    assertThat(squares / N).isCloseTo(shape, within(5 * Math.sqrt((fourth - shape * shape) / N)));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "0.5,0.5", "3,20", "900,100", "0.01,0.02"})
  void betaHasItsMeanAndVariance(double a, double b) {
    SplittableRandom random = new SplittableRandom(2);
    double mean = a / (a + b);
    double variance = mean * (1 - mean) / (a + b + 1);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < N; i++) {
      double x = Draws.beta(a, b, random);
      assertThat(x).isBetween(0.0, 1.0);
      sum += x;
      squares += (x - mean) * (x - mean);
    }
    assertThat(sum / N).isCloseTo(mean, within(5 * Math.sqrt(variance / N)));
    assertThat(squares / N).isCloseTo(variance, within(0.05 * variance));
  }
}
