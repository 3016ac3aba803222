package dev.kindred.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** A float matrix at a random offset and stride, with NaN all around it. */
final class TestMatrix {

  final int rows;
  final int columns;
  final float[] data;
  final int offset;
  final int ld;

  private TestMatrix(int rows, int columns, int offset, int ld) {
    this.rows = rows;
    this.columns = columns;
    this.offset = offset;
    this.ld = ld;
    this.data = new float[offset + rows * ld + 3];
    java.util.Arrays.fill(data, Float.NaN);
  }

  static TestMatrix random(Random random, int rows, int columns) {
    var m = new TestMatrix(rows, columns, random.nextInt(20), columns + random.nextInt(5));
    m.fill(random);
    return m;
  }

  /** Without offset or stride, as the gather kernels want it. */
  static TestMatrix dense(Random random, int rows, int columns) {
    var m = new TestMatrix(rows, columns, 0, columns);
    m.fill(random);
    return m;
  }

  /** XᵀX + I for a random X with twice as many rows. */
  static TestMatrix positiveDefinite(Random random, int k) {
    var m = random(random, k, k);
    DMatrixRMaj x = random(random, 2 * k, k).toEjml();
    DMatrixRMaj gram = new DMatrixRMaj(k, k);
    CommonOps_DDRM.multTransA(x, x, gram);
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        m.set(i, j, (float) gram.get(i, j) + (i == j ? 1 : 0));
      }
    }
    return m;
  }

  private void fill(Random random) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        set(i, j, random.nextFloat() - 0.5f);
      }
    }
  }

  float get(int i, int j) {
    return data[offset + i * ld + j];
  }

  void set(int i, int j, float value) {
    data[offset + i * ld + j] = value;
  }

  DMatrixRMaj toEjml() {
    DMatrixRMaj m = new DMatrixRMaj(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        m.set(i, j, get(i, j));
      }
    }
    return m;
  }

  void assertEquals(DMatrixRMaj expected, double tolerance) {
    assertUpperEquals(expected, tolerance, false);
  }

  void assertUpperEquals(DMatrixRMaj expected, double tolerance) {
    assertUpperEquals(expected, tolerance, true);
  }

  private void assertUpperEquals(DMatrixRMaj expected, double tolerance, boolean upperOnly) {
    for (int i = 0; i < rows; i++) {
      for (int j = upperOnly ? i : 0; j < columns; j++) {
        if (!(Math.abs(get(i, j) - expected.get(i, j)) <= tolerance)) {
          assertThat((double) get(i, j))
              .as("element (%d, %d) of %d x %d", i, j, rows, columns)
              .isCloseTo(expected.get(i, j), org.assertj.core.api.Assertions.within(tolerance));
        }
      }
    }
    assertSurroundingsUntouched();
  }

  private void assertSurroundingsUntouched() {
    for (int i = 0; i < data.length; i++) {
      int column = ld == 0 ? 0 : (i - offset) % ld;
      boolean inside = i >= offset && i < offset + rows * ld && column < columns;
      if (!inside && !Float.isNaN(data[i])) {
        assertThat(data[i]).as("float %d, outside of the matrix", i).isNaN();
      }
    }
  }
}
