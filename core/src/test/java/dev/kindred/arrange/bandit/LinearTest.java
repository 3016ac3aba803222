package dev.kindred.arrange.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.bandit.Regression;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinearTest {
  private static final Regression SHARED =
      new Regression(new double[] {0.5, -0.2}, new double[] {0.4, 0.1, 0.1, 0.3}, 10);
  private static final double[][] FEATURES = {{1, 0}, {1, 1}, {1, -2}};

  @Test
  void theUpperBoundIsMeanAndWidth() {
    double[] values = Linear.upper(List.of(SHARED, SHARED, SHARED), FEATURES, 2);
    assertThat(values[0]).isCloseTo(0.5 + 2 * Math.sqrt(0.4), within(1e-15));
    assertThat(values[1]).isCloseTo(0.3 + 2 * Math.sqrt(0.9), within(1e-15));
    assertThat(values[2]).isCloseTo(0.9 + 2 * Math.sqrt(0.4 - 0.4 + 1.2), within(1e-15));
  }

  private static double covariance(Lottery.Drawing drawing, int i, int j) {
    double[] values = new double[3];
    SplittableRandom random = new SplittableRandom(3);
    double[] means = {0.5, 0.3, 0.9};
    double sum = 0;
    for (int n = 0; n < 60_000; n++) {
      drawing.draw(random, values);
      sum += (values[i] - means[i]) * (values[j] - means[j]);
    }
    return sum / 60_000;
  }

  @Test
  void drawsOfASharedRegressionAreCorrelatedAsItSays() {
    var drawing = Linear.thompson(List.of(SHARED, SHARED, SHARED), FEATURES, 0.5);
    assertThat(covariance(drawing, 0, 0)).isCloseTo(0.25 * 0.4, within(0.003));
    assertThat(covariance(drawing, 1, 1)).isCloseTo(0.25 * 0.9, within(0.006));
    assertThat(covariance(drawing, 1, 2)).isCloseTo(0.25 * (0.5 - 2 * 0.4), within(0.006));
  }

  @Test
  void drawsOfOwnRegressionsAreIndependent() {
    Regression other = new Regression(SHARED.coefficients(), SHARED.inverse(), 1);
    var drawing = Linear.thompson(List.of(SHARED, other, SHARED), FEATURES, 0.5);
    assertThat(covariance(drawing, 0, 1)).isCloseTo(0, within(0.003));
    assertThat(covariance(drawing, 1, 1)).isCloseTo(0.25 * 0.9, within(0.006));
    assertThat(covariance(drawing, 0, 2)).isCloseTo(0.25 * (0.4 - 0.2), within(0.003));
  }
}
