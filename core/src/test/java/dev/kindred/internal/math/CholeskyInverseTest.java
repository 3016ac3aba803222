package dev.kindred.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CholeskyInverseTest {

  @ParameterizedTest(name = "n {0}")
  @ValueSource(ints = {0, 1, 2, 31, 127, 128, 129, 300, 511})
  void invertsAnySize(int n) {
    for (Kernels kernels : new Kernels[] {new ScalarKernels(), Kernels.get()}) {
      float[] a = gram(new Random(n), n, 3 * n, 5);
      DMatrixRMaj expected = inverse(a, n);
      CholeskyInverse.invert(kernels, a, n, 2);
      assertThat(relativeError(a, expected)).as(kernels.name()).isLessThan(1e-5);
    }
  }

  @ParameterizedTest(name = "{0} items, {1} users, lambda {2}")
  @CsvSource({
    "300, 1200, 1000, 1e-6",
    "300, 1200, 1, 2e-6",
    "1100, 4000, 100, 4e-6",
    "300, 150, 1, 1e-5",
    "300, 150, 0.1, 1e-4",
    "1000, 500, 0.1, 1e-3"
  })
  void staysAccurateOnSkewedCounts(int n, int users, float lambda, double limit) {
    float[] a = gram(new Random(7), n, users, lambda);
    DMatrixRMaj expected = inverse(a, n);
    CholeskyInverse.invert(a, n, 2);
    assertThat(relativeError(a, expected)).isLessThan(limit);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    float[] original = gram(new Random(3), 700, 1500, 10);
    float[] one = original.clone();
    CholeskyInverse.invert(one, 700, 1);
    for (int threads : new int[] {2, 3, 7}) {
      float[] many = original.clone();
      CholeskyInverse.invert(many, 700, threads);
      assertThat(many).as("%d threads", threads).isEqualTo(one);
    }
  }

  @Test
  void readsTheUpperTriangleOnlyAndWritesBoth() {
    float[] a = gram(new Random(4), 300, 600, 10);
    float[] upper = a.clone();
    for (int i = 0; i < 300; i++) {
      for (int j = 0; j < i; j++) {
        upper[i * 300 + j] = Float.NaN;
      }
    }
    CholeskyInverse.invert(a, 300, 1);
    CholeskyInverse.invert(upper, 300, 1);
    assertThat(upper).isEqualTo(a);
    assertThat(a[7]).isEqualTo(a[7 * 300]);
  }

  @ParameterizedTest(name = "pivot {0}")
  @ValueSource(ints = {0, 100, 128, 299})
  void namesTheBadPivot(int pivot) {
    float[] a = gram(new Random(5), 300, 600, 10);
    a[pivot * 300 + pivot] = 0;
    var e =
        catchThrowableOfType(
            NotPositiveDefiniteException.class, () -> CholeskyInverse.invert(a, 300, 2));
    assertThat(e.pivot()).isEqualTo(pivot);
    assertThat(e).hasMessageStartingWith("matrix is not positive definite: pivot " + pivot + " ");
  }

  @Test
  void refusesAnArrayTooShort() {
    assertThatThrownBy(() -> CholeskyInverse.invert(new float[8], 3, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("8 floats hold no matrix of 3 rows");
  }

  /** XᵀX + λI where X holds zeros and ones and column j is as popular as 1/(j+1). */
  private static float[] gram(Random random, int n, int users, float lambda) {
    float[] g = new float[n * n];
    int[] items = new int[n];
    for (int u = 0; u < users; u++) {
      int count = 0;
      for (int j = 0; j < n; j++) {
        if (random.nextFloat() < 0.8f / (1 + 20f * j / n)) {
          items[count++] = j;
        }
      }
      for (int p = 0; p < count; p++) {
        for (int q = 0; q < count; q++) {
          g[items[p] * n + items[q]]++;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      g[i * n + i] += lambda;
    }
    return g;
  }

  private static DMatrixRMaj inverse(float[] a, int n) {
    DMatrixRMaj m = new DMatrixRMaj(n, n);
    for (int i = 0; i < n * n; i++) {
      m.data[i] = a[i];
    }
    if (n > 0) {
      CommonOps_DDRM.invert(m);
    }
    return m;
  }

  private static double relativeError(float[] actual, DMatrixRMaj expected) {
    DMatrixRMaj difference = expected.copy();
    for (int i = 0; i < actual.length; i++) {
      difference.data[i] -= actual[i];
    }
    double norm = NormOps_DDRM.normF(expected);
    return norm == 0 ? 0 : NormOps_DDRM.normF(difference) / norm;
  }
}
