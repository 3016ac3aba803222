package dev.kindred.arrange.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.bandit.Regression;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RidgeLearnerTest {
  private static final Duration DAY = Duration.ofDays(1);

  /** Features of unlike sizes, two of them nearly the same: an ill-conditioned A. */
  private static double[] features(SplittableRandom random, int d) {
    double[] x = new double[d];
    x[0] = 1;
    for (int i = 1; i < d - 1; i++) {
      x[i] = random.nextGaussian() * Math.pow(10, -(i % 4));
    }
    x[d - 1] = x[1] + 1e-4 * random.nextGaussian();
    return x;
  }

  private static double[] gauss(double[] a, double[] b, int d) {
    double[][] m = new double[d][d + 1];
    for (int i = 0; i < d; i++) {
      System.arraycopy(a, i * d, m[i], 0, d);
      m[i][d] = b[i];
    }
    for (int p = 0; p < d; p++) {
      int pivot = p;
      for (int i = p + 1; i < d; i++) {
        pivot = Math.abs(m[i][p]) > Math.abs(m[pivot][p]) ? i : pivot;
      }
      double[] swap = m[p];
      m[p] = m[pivot];
      m[pivot] = swap;
      for (int i = 0; i < d; i++) {
        double factor = i == p ? 0 : m[i][p] / m[p][p];
        for (int j = p; j <= d; j++) {
          m[i][j] -= factor * m[p][j];
        }
      }
    }
    double[] x = new double[d];
    for (int i = 0; i < d; i++) {
      x[i] = m[i][d] / m[i][i];
    }
    return x;
  }

  @Test
  void tenMillionUpdatesAgreeWithADirectSolve() {
    int d = 6;
    double lambda = 1;
    RidgeLearner learner = new RidgeLearner(d, lambda, null);
    SplittableRandom random = new SplittableRandom(1);
    double[] a = new double[d * d];
    double[] b = new double[d];
    for (int i = 0; i < d; i++) {
      a[i * d + i] = lambda;
    }
    for (int n = 0; n < 10_000_000; n++) {
      double[] x = features(random, d);
      double y = x[1] - 2 * x[d - 1] + random.nextDouble();
      learner.learn(x, y, n);
      for (int i = 0; i < d; i++) {
        b[i] += y * x[i];
        for (int j = 0; j < d; j++) {
          a[i * d + j] += x[i] * x[j];
        }
      }
    }
    Regression learned = learner.snapshot();
    double[] direct = gauss(a, b, d);
    for (int i = 0; i < d; i++) {
      assertThat(learned.coefficients()[i]).isCloseTo(direct[i], within(1e-6));
      double[] unit = new double[d];
      unit[i] = 1;
      double[] column = gauss(a, unit, d);
      for (int j = 0; j < d; j++) {
        double scale = Math.sqrt(learned.inverse()[i * d + i] * learned.inverse()[j * d + j]);
        assertThat(learned.inverse()[j * d + i]).isCloseTo(column[j], within(1e-6 * scale));
        assertThat(learned.inverse()[j * d + i]).isEqualTo(learned.inverse()[i * d + j]);
      }
    }
    assertThat(learned.weight()).isEqualTo(10_000_000);
  }

  /** A and b as sums over everything seen, then elimination. */
  @Test
  void forgettingIsAWeightedRegression() {
    int d = 5;
    RidgeLearner learner = new RidgeLearner(d, 2, DAY);
    SplittableRandom random = new SplittableRandom(5);
    int n = 2000;
    double[][] x = new double[n][];
    double[] y = new double[n];
    long[] at = new long[n];
    long newest = 0;
    for (int i = 0; i < n; i++) {
      x[i] = features(random, d);
      y[i] = random.nextDouble();
      // Mostly in order; every tenth comes up to six hours late.
      at[i] = i * 300_000L - (i % 10 == 0 ? random.nextLong(21_600_000) : 0);
      learner.learn(x[i], y[i], at[i]);
      newest = Math.max(newest, at[i]);
    }
    double landmark = learner.sums().landmark();
    double[] a = new double[d * d];
    double[] b = new double[d];
    for (int i = 0; i < d; i++) {
      a[i * d + i] = 2;
    }
    for (int i = 0; i < n; i++) {
      double weight = Math.pow(2, (at[i] - landmark) / DAY.toMillis());
      for (int p = 0; p < d; p++) {
        b[p] += weight * y[i] * x[i][p];
        for (int q = 0; q < d; q++) {
          a[p * d + q] += weight * x[i][p] * x[i][q];
        }
      }
    }
    double[] theta = gauss(a, b, d);
    for (int i = 0; i < d; i++) {
      assertThat(learner.coefficients()[i]).isCloseTo(theta[i], within(1e-8));
    }
    assertThat(newest - landmark).isBetween(0.0, DAY.toMillis() / 64.0);
  }

  @Test
  void followsADrift() {
    RidgeLearner forgets = new RidgeLearner(1, 1, DAY);
    RidgeLearner keeps = new RidgeLearner(1, 1, null);
    for (int hour = 0; hour < 1000; hour++) {
      double reward = hour < 700 ? 1 : 0;
      forgets.learn(new double[] {1}, reward, hour * 3_600_000L);
      keeps.learn(new double[] {1}, reward, hour * 3_600_000L);
    }
    assertThat(keeps.coefficients()[0]).isGreaterThan(0.6);
    assertThat(forgets.coefficients()[0]).isLessThan(0.01);
  }

  @Test
  void goesOnFromWhatWasKept() {
    SplittableRandom random = new SplittableRandom(9);
    RidgeLearner whole = new RidgeLearner(4, 1, DAY);
    RidgeLearner part = new RidgeLearner(4, 1, DAY);
    for (int i = 0; i < 500; i++) {
      double[] x = features(random, 4);
      whole.learn(x, i % 2, i * 600_000L);
      part.learn(x, i % 2, i * 600_000L);
      if (i == 250) {
        part = new RidgeLearner(4, 1, DAY).resume(part.sums());
      }
    }
    for (int i = 0; i < 4; i++) {
      assertThat(part.coefficients()[i]).isCloseTo(whole.coefficients()[i], within(1e-9));
    }
    RidgeLearner other = new RidgeLearner(3, 1, null);
    RidgeLearner.Sums sums = whole.sums();
    assertThatThrownBy(() -> other.resume(sums)).hasMessageContaining("3 features, got 4");
  }
}
