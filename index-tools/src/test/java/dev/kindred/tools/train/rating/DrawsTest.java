package dev.kindred.tools.train.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.internal.math.Normal;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Draws have the moments of their distributions. */
class DrawsTest {
  private static final int DRAWS = 20_000;

  private static double mean(DoubleSupplier draw) {
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += draw.getAsDouble();
    }
    return sum / DRAWS;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 3.5, 400})
  void gamma(double shape) {
    SplittableRandom random = new SplittableRandom(1);
    double tolerance = 5 * Math.sqrt(shape / DRAWS);
    assertThat(mean(() -> Gamma.draw(shape, random))).isCloseTo(shape, within(tolerance));
    double squares = mean(() -> Math.pow(Gamma.draw(shape, random) - shape, 2));
    assertThat(squares).isCloseTo(shape, within(shape * 0.2));
  }

  @ParameterizedTest
  @CsvSource({
    "-Infinity, Infinity",
    "-Infinity, -0.3",
    "0.4, Infinity",
    "4, Infinity",
    "-0.5, 0.7",
    "1.5, 1.7",
    "3, 9",
    "-6, -4"
  })
  void truncatedNormal(double low, double high) {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 1000; i++) {
      assertThat(Truncated.draw(low, high, random)).isBetween(low, high);
    }
    assertThat(mean(() -> Truncated.draw(low, high, random)))
        .isCloseTo(Normal.mean(low, high), within(0.03));
  }
}
