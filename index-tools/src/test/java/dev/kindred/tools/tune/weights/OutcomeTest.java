package dev.kindred.tools.tune.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.rank.Normalizer;
import dev.kindred.rank.Part;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static Part part() throws IOException {
    return Planted.profile(1).signals().getFirst();
  }

  /** Chosen with a chance that is a logistic of the value. */
  private static Outcome logistic(double midpoint, double slope, int n) {
    SplittableRandom random = new SplittableRandom(3);
    double[] raw = new double[n];
    double[] chosen = new double[n];
    for (int i = 0; i < n; i++) {
      raw[i] = 4 * random.nextDouble() - 2;
      double chance = 1 / (1 + Math.exp(-slope * (raw[i] - midpoint)));
      chosen[i] = random.nextDouble() < chance ? 1 : 0;
    }
    return new Outcome(raw, chosen);
  }

  @Test
  void findsTheLogisticThatUsersGoBy() throws IOException {
    Part fitted = logistic(0.7, 2.5, 20_000).logistic(part(), -1).orElseThrow();
    Normalizer.Logistic found = (Normalizer.Logistic) fitted.normalizer();
    assertThat(found.midpoint()).isCloseTo(0.7, within(0.05));
    assertThat(found.slope()).isCloseTo(2.5, within(0.15));
    assertThat(fitted.missing()).isEqualTo(found.apply(-1));
  }

  @Test
  void aSignalThatMisleadsHasNone() throws IOException {
    assertThat(logistic(0, -2, 2000).logistic(part(), 0)).isEmpty();
    assertThat(new Outcome(new double[] {1, 1}, new double[] {1, 0}).logistic(part(), 0)).isEmpty();
    assertThat(new Outcome(new double[] {1, 2}, new double[2]).logistic(part(), 0)).isEmpty();
  }

  @Test
  void theRightCurveSaysNearlyAllThatIsotonicRegressionDoes() {
    Outcome outcome = logistic(0.7, 2.5, 20_000);
    double right = outcome.explained(new Normalizer.Logistic(0.7, 2.5));
    double blunt = outcome.explained(new Normalizer.Range(1.9, 2));
    assertThat(right).isBetween(0.98, 1.0);
    assertThat(blunt).isLessThan(0.5);
    assertThat(new Outcome(new double[0], new double[0]).explained(new Normalizer.Identity()))
        .isZero();
  }

  @Test
  void isotonicRegressionPoolsWhatFalls() {
    double[] fitted =
        Isotonic.fit(new double[] {3, 1, 2, 2, 5, 4}, new double[] {0, 0, 1, 0, 1, 1}).values();
    // In order of x: 0 | 1, 0 (one x) | 0 | 1 | 1; the middle three pool to a third.
    assertThat(fitted[1]).isZero();
    assertThat(fitted[2]).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(fitted[3]).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(fitted[0]).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(fitted[4]).isEqualTo(1);
    assertThat(fitted[5]).isEqualTo(1);
  }

  @Test
  void noRisingStepsAreNearer() {
    SplittableRandom random = new SplittableRandom(9);
    double[] x = random.doubles(60).toArray();
    double[] y = new double[60];
    for (int i = 0; i < 60; i++) {
      y[i] = random.nextDouble() < x[i] ? 1 : 0;
    }
    double[] fitted = Isotonic.fit(x, y).values();
    double least = distance(fitted, y);
    for (int trial = 0; trial < 500; trial++) {
      double shift = 0.1 * random.nextGaussian();
      double from = random.nextDouble();
      double[] other = fitted.clone();
      for (int i = 0; i < 60; i++) {
        other[i] += x[i] > from ? Math.abs(shift) : -Math.abs(shift);
      }
      assertThat(distance(other, y)).isGreaterThanOrEqualTo(least);
    }
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j < 60; j++) {
        assertThat(x[i] > x[j] && fitted[i] < fitted[j]).isFalse();
      }
    }
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }
}
