package dev.kindred.internal.math;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** One random row of weighted least squares, with its answers in double precision. */
final class GatherCase {

  private static final int ITEMS = 50;
  private static final int FROM = 3;

  private final int k;
  private final int to;
  private final int[] rows;
  private final float[] w;
  private final float[] c;
  private final TestMatrix y;
  private final TestMatrix a;
  private final TestMatrix b;
  private final TestMatrix x;
  private final DMatrixRMaj gram;
  private final DMatrixRMaj right;

  GatherCase(Random random, int k, int count) {
    this.k = k;
    to = FROM + count;
    rows = random.ints(to + 2L, 0, ITEMS).toArray();
    w = new float[to + 2];
    c = new float[to + 2];
    for (int i = 0; i < to; i++) {
      w[i] = 2 * random.nextFloat();
      c[i] = random.nextFloat() - 0.5f;
    }
    y = TestMatrix.dense(random, ITEMS, k);
    a = TestMatrix.dense(random, k, k);
    b = TestMatrix.dense(random, 1, k);
    x = TestMatrix.random(random, 1, k);
    gram = new DMatrixRMaj(k, k);
    right = new DMatrixRMaj(1, k);
    for (int i = FROM; i < to; i++) {
      DMatrixRMaj row = CommonOps_DDRM.extractRow(y.toEjml(), rows[i], null);
      CommonOps_DDRM.multAddTransA(w[i], row, row, gram);
      CommonOps_DDRM.addEquals(right, c[i], row);
    }
  }

  void check(Kernels kernels) {
    double tolerance = 1e-6 * (to + 10);
    DMatrixRMaj product = new DMatrixRMaj(1, k);
    CommonOps_DDRM.mult(x.toEjml(), gram, product);

    TestMatrix apply = TestMatrix.random(new Random(k), 1, k);
    DMatrixRMaj expected = apply.toEjml();
    CommonOps_DDRM.addEquals(expected, product);
    kernels.gatherApply(
        FROM, to, rows, w, y.data, k, k, x.data, x.offset, apply.data, apply.offset);
    apply.assertEquals(expected, tolerance);

    TestMatrix residual = TestMatrix.random(new Random(k), 1, k);
    expected = residual.toEjml();
    CommonOps_DDRM.addEquals(expected, right);
    CommonOps_DDRM.addEquals(expected, -1, product);
    kernels.gatherResidual(
        FROM, to, rows, w, c, y.data, k, k, x.data, x.offset, residual.data, residual.offset);
    residual.assertEquals(expected, tolerance);

    CommonOps_DDRM.addEquals(gram, a.toEjml());
    CommonOps_DDRM.addEquals(right, b.toEjml());
    float[] scratch = new float[Kernels.GATHER_ROWS * k];
    kernels.gatherGram(FROM, to, rows, w, c, y.data, k, k, a.data, b.data, scratch);
    a.assertUpperEquals(gram, tolerance);
    b.assertEquals(right, tolerance);
  }
}
