package dev.kindred.data.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegressionTest {
  @Test
  void meanAndVarianceAreProductsWithTheFeatures() {
    Regression regression = new Regression(new double[] {2, -1}, new double[] {4, 1, 1, 3}, 5);
    double[] x = {1, 2};
    assertThat(regression.mean(x)).isZero();
    assertThat(regression.variance(x)).isEqualTo(4 + 2 * 2 + 3 * 4);
  }

  @Test
  void thePriorIsWideInEveryDirection() {
    Regression prior = Regression.prior(3, 4);
    assertThat(prior.mean(new double[] {1, 2, 3})).isZero();
    assertThat(prior.variance(new double[] {1, 2, 3})).isCloseTo(14 / 4.0, within(1e-15));
  }

  @Test
  void theInverseIsSquare() {
    assertThatThrownBy(() -> new Regression(new double[2], new double[3], 0))
        .hasMessageContaining("2 coefficients");
  }
}
