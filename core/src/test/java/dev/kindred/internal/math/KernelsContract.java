package dev.kindred.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link Kernels} must do, against EJML in double precision. */
abstract class KernelsContract {

  private static final int[] SIZES = {0, 1, 2, 3, 5, 7, 8, 15, 16, 31, 32, 33, 50, 64, 96, 100};

  abstract Kernels kernels();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void rowLoops(long seed) {
    Random random = new Random(seed);
    for (int n = 0; n < 140; n++) {
      TestMatrix x = TestMatrix.random(random, 1, n);
      TestMatrix y = TestMatrix.random(random, 1, n);
      float alpha = random.nextFloat() - 0.5f;
      DMatrixRMaj expected = y.toEjml();
      CommonOps_DDRM.addEquals(expected, alpha, x.toEjml());
      DMatrixRMaj scaled = x.toEjml();
      CommonOps_DDRM.scale(alpha, scaled);
      double total = n == 0 ? 0 : CommonOps_DDRM.elementSum(x.toEjml());
      assertThat((double) kernels().sum(x.data, x.offset, n)).isCloseTo(total, within(1e-5));
      double dot = n == 0 ? 0 : CommonOps_DDRM.dot(x.toEjml(), y.toEjml());

      float actual = kernels().dot(x.data, x.offset, y.data, y.offset, n);
      assertThat((double) actual).as("n %d", n).isCloseTo(dot, within(1e-5));
      kernels().axpy(alpha, x.data, x.offset, y.data, y.offset, n);
      y.assertEquals(expected, 1e-6);
      kernels().scale(alpha, x.data, x.offset, n);
      x.assertEquals(scaled, 1e-6);
    }
  }

  @Test
  void elementByElement() {
    Random random = new Random(16);
    for (int n = 0; n < 70; n++) {
      TestMatrix x = TestMatrix.random(random, 1, n);
      TestMatrix y = TestMatrix.random(random, 1, n);
      TestMatrix z = TestMatrix.random(random, 1, n);
      DMatrixRMaj product = new DMatrixRMaj(1, n);
      CommonOps_DDRM.elementMult(x.toEjml(), y.toEjml(), product);
      DMatrixRMaj expected = z.toEjml();
      CommonOps_DDRM.addEquals(expected, -0.3, product);

      kernels().addProduct(-0.3f, x.data, x.offset, y.data, y.offset, z.data, z.offset, n);
      z.assertEquals(expected, 1e-6);
      kernels().multiply(x.data, x.offset, y.data, y.offset, n);
      y.assertEquals(product, 1e-6);
    }
  }

  @Test
  void everyImplementationDropsTheSame() {
    Random random = new Random(17);
    for (int n = 0; n < 70; n++) {
      int key = random.nextInt();
      int threshold = random.nextInt();
      TestMatrix x = TestMatrix.random(random, 1, n);
      DMatrixRMaj expected = x.toEjml();
      for (int i = 0; i < n; i++) {
        boolean dropped = IntHash.of(key, i) < threshold;
        expected.set(0, i, dropped ? 0 : 1.5 * expected.get(0, i));
      }
      kernels().drop(key, threshold, 1.5f, x.data, x.offset, n);
      x.assertEquals(expected, 1e-6);
    }
  }

  @Test
  void maxAndExponentials() {
    Random random = new Random(14);
    for (int n = 0; n < 140; n++) {
      TestMatrix x = TestMatrix.random(random, 1, n);
      kernels().scale(40, x.data, x.offset, n);
      DMatrixRMaj expected = x.toEjml();
      double max = n == 0 ? Double.NEGATIVE_INFINITY : CommonOps_DDRM.elementMax(expected);
      assertThat((double) kernels().max(x.data, x.offset, n)).isEqualTo(max);
      double sum = 0;
      for (int i = 0; i < n; i++) {
        expected.set(0, i, Math.exp(expected.get(0, i) - 3));
        sum += expected.get(0, i);
      }
      float actual = kernels().exp(3, x.data, x.offset, n);
      assertThat((double) actual).as("n %d", n).isCloseTo(sum, within(1e-5 * sum + 1e-30));
      for (int i = 0; i < n; i++) {
        assertThat((double) x.get(0, i) / expected.get(0, i)).isCloseTo(1, within(2e-6));
      }
    }
  }

  @Test
  void maxAndExponentialsOfColumns() {
    Random random = new Random(15);
    for (int n = 0; n < 70; n++) {
      TestMatrix x = TestMatrix.random(random, 6, n);
      DMatrixRMaj expected = x.toEjml();
      float[] max = new float[n];
      float[] sum = new float[n];
      java.util.Arrays.fill(max, 0.2f);
      java.util.Arrays.fill(sum, 1);

      kernels().maxColumns(6, n, x.data, x.offset, x.ld, max);
      kernels().expColumns(6, n, max, x.data, x.offset, x.ld, sum);
      for (int j = 0; j < n; j++) {
        double largest = 0.2f;
        double total = 1;
        for (int i = 0; i < 6; i++) {
          largest = Math.max(largest, expected.get(i, j));
          double e = Math.exp(expected.get(i, j) - max[j]);
          total += e;
          expected.set(i, j, e);
        }
        assertThat((double) max[j]).isEqualTo(largest);
        assertThat((double) sum[j]).isCloseTo(total, within(1e-5));
      }
      x.assertEquals(expected, 1e-6);
    }
  }

  @Test
  void exponentialsOfTheFarEndsAreFiniteAndPositive() {
    for (int n : new int[] {1, 8, 33}) {
      float[] low = new float[n];
      java.util.Arrays.fill(low, Float.NEGATIVE_INFINITY);
      float[] high = new float[n];
      java.util.Arrays.fill(high, 1e30f);
      kernels().exp(0, low, 0, n);
      kernels().exp(0, high, 0, n);
      for (int i = 0; i < n; i++) {
        assertThat(low[i]).isBetween(0f, 1e-37f);
        assertThat(high[i]).isBetween(1e38f, Float.MAX_VALUE);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22})
  void gemvTransA(long seed) {
    Random random = new Random(seed);
    for (int m : SIZES) {
      int n = anySize(random);
      TestMatrix a = TestMatrix.random(random, m, n);
      TestMatrix x = TestMatrix.random(random, m, 1);
      TestMatrix y = TestMatrix.random(random, 1, n);
      DMatrixRMaj expected = y.toEjml();
      CommonOps_DDRM.multAddTransA(0.5, x.toEjml(), a.toEjml(), expected);

      kernels()
          .gemvTransA(m, n, 0.5f, a.data, a.offset, a.ld, x.data, x.offset, x.ld, y.data, y.offset);
      y.assertEquals(expected, tolerance(m));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33})
  void productsOfRandomShapes(long seed) {
    Random random = new Random(seed);
    for (int draw = 0; draw < 60; draw++) {
      int m = anySize(random);
      int n = anySize(random);
      int k = anySize(random);
      checkGemm(random, m, n, k);
      checkGemmTransA(random, m, n, k);
      checkGemmTransB(random, m, n, k);
    }
  }

  @ParameterizedTest(name = "{0} x {1} x {2}")
  @CsvSource({
    "170, 1030, 40",
    "300, 300, 260",
    "33, 70, 1000",
    "9, 257, 513",
    "1, 1100, 70",
    "640, 64, 64",
    "34, 600, 300",
    "101, 520, 70",
    "600, 51, 34"
  })
  void productsBeyondOneBlock(int m, int n, int k) {
    Random random = new Random(41);
    checkGemm(random, m, n, k);
    checkGemmTransA(random, m, n, k);
    checkGemmTransB(random, m, n, k);
  }

  private void checkGemm(Random random, int m, int n, int k) {
    TestMatrix a = TestMatrix.random(random, m, k);
    TestMatrix b = TestMatrix.random(random, k, n);
    TestMatrix c = TestMatrix.random(random, m, n);
    float alpha = random.nextFloat() - 0.5f;
    DMatrixRMaj expected = c.toEjml();
    if (k > 0) {
      CommonOps_DDRM.multAdd(alpha, a.toEjml(), b.toEjml(), expected);
    }
    kernels()
        .gemm(
            m, n, k, alpha, a.data, a.offset, a.ld, b.data, b.offset, b.ld, c.data, c.offset, c.ld);
    c.assertEquals(expected, tolerance(k));
  }

  private void checkGemmTransA(Random random, int m, int n, int k) {
    TestMatrix a = TestMatrix.random(random, k, m);
    TestMatrix b = TestMatrix.random(random, k, n);
    TestMatrix c = TestMatrix.random(random, m, n);
    float alpha = random.nextFloat() - 0.5f;
    DMatrixRMaj expected = c.toEjml();
    if (k > 0) {
      CommonOps_DDRM.multAddTransA(alpha, a.toEjml(), b.toEjml(), expected);
    }
    kernels()
        .gemmTransA(
            m, n, k, alpha, a.data, a.offset, a.ld, b.data, b.offset, b.ld, c.data, c.offset, c.ld);
    c.assertEquals(expected, tolerance(k));
  }

  private void checkGemmTransB(Random random, int m, int n, int k) {
    TestMatrix a = TestMatrix.random(random, m, k);
    TestMatrix b = TestMatrix.random(random, n, k);
    TestMatrix c = TestMatrix.random(random, m, n);
    float alpha = random.nextFloat() - 0.5f;
    DMatrixRMaj expected = c.toEjml();
    if (k > 0) {
      CommonOps_DDRM.multAddTransB(alpha, a.toEjml(), b.toEjml(), expected);
    }
    kernels()
        .gemmTransB(
            m, n, k, alpha, a.data, a.offset, a.ld, b.data, b.offset, b.ld, c.data, c.offset, c.ld);
    c.assertEquals(expected, tolerance(k));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {51, 52})
  void syrk(long seed) {
    Random random = new Random(seed);
    for (int k : SIZES) {
      for (int n : new int[] {0, 1, anySize(random), 700}) {
        TestMatrix a = TestMatrix.random(random, n, k);
        TestMatrix c = TestMatrix.random(random, k, k);
        DMatrixRMaj expected = c.toEjml();
        if (n > 0) {
          CommonOps_DDRM.multAddTransA(a.toEjml(), a.toEjml(), expected);
        }
        kernels().syrk(n, k, a.data, a.offset, a.ld, c.data, c.offset, c.ld);
        c.assertUpperEquals(expected, tolerance(n));
      }
    }
  }

  @Test
  void mirrorCopiesTheUpperTriangle() {
    TestMatrix c = TestMatrix.random(new Random(61), 5, 5);
    kernels().mirror(5, c.data, c.offset, c.ld);
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        assertThat(c.get(i, j)).isEqualTo(c.get(j, i));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {71, 72})
  void choleskySolve(long seed) {
    Random random = new Random(seed);
    for (int k : new int[] {0, 1, 2, 7, 8, 16, 31, 32, 33, 64, 100, 128, 200, 256}) {
      TestMatrix a = TestMatrix.positiveDefinite(random, k);
      TestMatrix b = TestMatrix.random(random, 1, k);
      DMatrixRMaj x = new DMatrixRMaj(k, 1);
      if (k > 0) {
        DMatrixRMaj right = b.toEjml();
        right.reshape(k, 1);
        CommonOps_DDRM.solve(a.toEjml(), right, x);
      }
      DMatrixRMaj original = a.toEjml();

      kernels().cholesky(k, a.data, a.offset, a.ld);
      a.assertUpperEquals(upperFactor(original), 1e-4);
      kernels().choleskySolve(k, a.data, a.offset, a.ld, b.data, b.offset);
      x.reshape(1, k);
      b.assertEquals(x, 1e-4);
    }
  }

  private static DMatrixRMaj upperFactor(DMatrixRMaj a) {
    int k = a.numRows;
    DMatrixRMaj u = a.copy();
    if (k > 0) {
      var decomposition = org.ejml.dense.row.factory.DecompositionFactory_DDRM.chol(k, false);
      assertThat(decomposition.decompose(a.copy())).isTrue();
      decomposition.getT(u);
    }
    return u;
  }

  @ParameterizedTest(name = "pivot {0}")
  @ValueSource(ints = {0, 3, 8, 31, 39})
  void choleskyNamesTheBadPivot(int pivot) {
    TestMatrix a = TestMatrix.positiveDefinite(new Random(81), 40);
    a.set(pivot, pivot, -1);
    var e =
        catchThrowableOfType(
            NotPositiveDefiniteException.class,
            () -> kernels().cholesky(40, a.data, a.offset, a.ld));
    assertThat(e).hasMessageContaining("pivot " + pivot);
    assertThat(e.pivot()).isEqualTo(pivot);
  }

  @Test
  void choleskyRefusesNaN() {
    TestMatrix a = TestMatrix.positiveDefinite(new Random(82), 40);
    a.set(5, 9, Float.NaN);
    assertThatThrownBy(() -> kernels().cholesky(40, a.data, a.offset, a.ld))
        .isInstanceOf(NotPositiveDefiniteException.class)
        .hasMessageContaining("pivot 9 is NaN");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {91, 92, 93})
  void gathers(long seed) {
    Random random = new Random(seed);
    for (int k : new int[] {1, 5, 16, 33, 64, 100, 128}) {
      for (int count : new int[] {0, 1, 3, 4, 127, 128, 129, 300}) {
        new GatherCase(random, k, count).check(kernels());
      }
    }
  }

  @Test
  void theSameCallGivesTheSameBits() {
    Random random = new Random(101);
    TestMatrix a = TestMatrix.dense(random, 70, 90);
    TestMatrix b = TestMatrix.dense(random, 90, 50);
    float[] first = new float[70 * 50];
    float[] second = new float[70 * 50];
    kernels().gemm(70, 50, 90, 1, a.data, 0, 90, b.data, 0, 50, first, 0, 50);
    kernels().gemm(70, 50, 90, 1, a.data, 0, 90, b.data, 0, 50, second, 0, 50);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void tooShortAnArrayIsRefused() {
    float[] small = new float[10];
    float[] large = new float[64 * 64];
    assertThatThrownBy(
            () -> kernels().gemm(64, 64, 64, 1, small, 0, 64, large, 0, 64, large, 0, 64))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> kernels().axpy(1, small, 5, large, 0, 20))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static int anySize(Random random) {
    return SIZES[random.nextInt(SIZES.length)];
  }

  /**
   * Elements are below 1/2 in size, so a sum of n products is below n/4 and its error far below.
   */
  private static double tolerance(int terms) {
    return 3e-7 * (terms + 10);
  }
}
