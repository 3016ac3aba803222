package dev.kindred.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** From tables of the distribution. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.841344746068543",
    "-1, 0.158655253931457",
    "1.959963984540054, 0.975",
    "-3, 0.00134989803163009",
    "-8, 6.22096057427178e-16",
    "8.5, 1"
  })
  void accumulates(double x, double expected) {
    assertThat(Normal.cumulative(x)).isCloseTo(expected, within(Math.min(1e-13, expected * 1e-7)));
  }

  @Test
  void keepsSmallMassesInBothTails() {
    double far = Normal.between(8, 9);
    assertThat(far).isCloseTo(Normal.between(-9, -8), within(far * 1e-10));
    assertThat(far).isCloseTo(6.2198e-16, within(1e-19));
    assertThat(Normal.between(-INFINITE, INFINITE)).isCloseTo(1, within(1e-15));
  }

  @Test
  void theDensityIsTheSlope() {
    for (double x = -4; x < 4; x += 0.5) {
      double slope = (Normal.cumulative(x + 1e-5) - Normal.cumulative(x - 1e-5)) / 2e-5;
      assertThat(Normal.density(x)).isCloseTo(slope, within(1e-9));
    }
  }

  @Test
  void theMeanLiesBetweenItsBounds() {
    assertThat(Normal.mean(-INFINITE, INFINITE)).isZero();
    assertThat(Normal.mean(0, INFINITE)).isCloseTo(Math.sqrt(2 / Math.PI), within(1e-12));
    assertThat(Normal.mean(-1, 1)).isCloseTo(0, within(1e-15));
    assertThat(Normal.mean(5, 6)).isBetween(5.0, 5.3);
    assertThat(Normal.mean(50, 51)).isEqualTo(50);
    assertThat(Normal.mean(-51, -50)).isEqualTo(-50);
  }
}
