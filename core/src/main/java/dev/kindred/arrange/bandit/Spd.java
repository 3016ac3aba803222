package dev.kindred.arrange.bandit;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** Symmetric positive definite matrices, row-major. */
final class Spd {
  private Spd() {}

  /** A⁻¹, symmetric to the last bit. */
  static double[] inverse(double[] a, int d) {
    DMatrixRMaj inverse = new DMatrixRMaj(d, d);
    if (!CommonOps_DDRM.invertSPD(DMatrixRMaj.wrap(d, d, a), inverse)) {
      throw new ArithmeticException("the matrix of " + d + " rows is not positive definite");
    }
    double[] values = inverse.data;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        values[j * d + i] = values[i * d + j];
      }
    }
    return values;
  }

  /** The lower triangular L with L·Lᵀ = A; zeros above. */
  static double[] root(double[] a, int d) {
    var cholesky = DecompositionFactory_DDRM.chol(d, true);
    if (!cholesky.decompose(DMatrixRMaj.wrap(d, d, a.clone()))) {
      throw new ArithmeticException("the matrix of " + d + " rows is not positive definite");
    }
    return cholesky.getT(null).data;
  }

  static void scale(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }
}
