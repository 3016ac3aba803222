package dev.kindred.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CorrelationTest {
  private static double pearson(double[] x, double[] y, double shrinkage) {
    double sumX = 0;
    double sumY = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      sumX += x[i];
      sumY += y[i];
      xx += x[i] * x[i];
      yy += y[i] * y[i];
      xy += x[i] * y[i];
    }
    return Correlation.pearson(x.length, sumX, sumY, xx, yy, xy, shrinkage);
  }

  @Test
  void isWhatItIsByHand() {
    assertThat(pearson(new double[] {1, 2, 3}, new double[] {2, 4, 6}, 0))
        .isCloseTo(1, within(1e-12));
    assertThat(pearson(new double[] {1, 2, 3}, new double[] {3, 2, 1}, 0))
        .isCloseTo(-1, within(1e-12));
    assertThat(pearson(new double[] {1, 2, 3, 4}, new double[] {1, 3, 2, 4}, 0))
        .isCloseTo(0.8, within(1e-12));
  }

  @Test
  void isNothingWhereItIsUndefined() {
    assertThat(pearson(new double[] {}, new double[] {}, 0)).isZero();
    assertThat(pearson(new double[] {4}, new double[] {5}, 0)).isZero();
    assertThat(pearson(new double[] {3, 3, 3}, new double[] {1, 2, 3}, 0)).isZero();
    assertThat(pearson(new double[] {1, 2, 3}, new double[] {0.1, 0.1, 0.1}, 0)).isZero();
  }

  @Test
  void roundingIsNoVariance() {
    double[] constant = new double[1000];
    java.util.Arrays.fill(constant, 4.1);
    double[] other = new double[1000];
    for (int i = 0; i < other.length; i++) {
      other[i] = i % 5;
    }
    assertThat(pearson(constant, other, 0)).isZero();
  }

  @Test
  void shrinkageDoubtsSmallVariances() {
    assertThat(pearson(new double[] {1, 2, 3}, new double[] {1, 2, 3}, 2))
        .isCloseTo(0.5, within(1e-12));
  }
}
