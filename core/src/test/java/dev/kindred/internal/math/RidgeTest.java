package dev.kindred.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RidgeTest {
  /** The Gram matrix of a few rows: singular, were it not for rounding, which makes it worse. */
  private static float[] gram(int k, double scale) {
    SplittableRandom random = new SplittableRandom(k);
    int rows = k / 3;
    float[] x = new float[rows * k];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) (scale * random.nextGaussian());
    }
    float[] gram = new float[k * k];
    Kernels.get().syrk(rows, k, x, 0, k, gram, 0, k);
    return gram;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1, 1e6})
  void theLeastPenaltyMakesASingularMatrixFactorable(double scale) {
    for (int k : new int[] {6, 64, 256}) {
      float[] gram = gram(k, scale);
      assertThatThrownBy(() -> Kernels.get().cholesky(k, gram.clone(), 0, k))
          .isInstanceOf(NotPositiveDefiniteException.class);
      float least = Ridge.least(k, gram);
      for (int i = 0; i < k; i++) {
        assertThat(least).isLessThan(1e-5f * max(k, gram)).isPositive();
        gram[i * k + i] += least;
      }
      Kernels.get().cholesky(k, gram, 0, k);
      assertThat(gram[k * k - 1]).isPositive();
    }
  }

  private static float max(int k, float[] gram) {
    float max = 0;
    for (int i = 0; i < k; i++) {
      max = Math.max(max, gram[i * k + i]);
    }
    return max;
  }
}
