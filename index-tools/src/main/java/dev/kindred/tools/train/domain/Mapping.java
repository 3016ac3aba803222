package dev.kindred.tools.train.domain;

import dev.kindred.model.domain.Bridge;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** How a bridge between two domains is learned. */
public enum Mapping {
  /**
   * A rotation and one scale (Schönemann 1966, "A generalized solution of the orthogonal Procrustes
   * problem"): {@code M = c·U·Vᵀ} with the singular vectors of {@code Sᵀ·T}. Few degrees of
   * freedom, for few common users; both spaces keep their shape.
   */
  PROCRUSTES {
    @Override
    Line fit(Pairs pairs, double regularization) {
      int k = pairs.width();
      SingularValueDecomposition_F64<DMatrixRMaj> svd =
          DecompositionFactory_DDRM.svd(k, k, true, true, true);
      if (!svd.decompose(product(pairs, pairs.source(), pairs.target()))) {
        throw new IllegalStateException("a matrix of " + k + "² numbers has no singular values");
      }
      DMatrixRMaj rotation = new DMatrixRMaj(k, k);
      CommonOps_DDRM.mult(svd.getU(null, false), svd.getV(null, true), rotation);
      double square = CommonOps_DDRM.trace(product(pairs, pairs.source(), pairs.source()));
      double scale = 0;
      for (double value : svd.getSingularValues()) {
        scale += value;
      }
      CommonOps_DDRM.scale(square == 0 ? 0 : scale / square, rotation);
      return new Line(rotation.data, new double[k]);
    }
  },
  /**
   * Ridge regression about the means: {@code min Σ w·‖t − M·s − b‖² + λ·‖M‖²}, with λ relative to
   * the mean of the diagonal of {@code Σ w·s·sᵀ}. The linear form of Man et al. (2017,
   * "Cross-domain recommendation: an embedding and mapping approach").
   */
  RIDGE {
    @Override
    Line fit(Pairs pairs, double regularization) {
      return ridge(pairs, regularization);
    }
  },
  /**
   * The ridge bridge, and for each user what it missed for others like them: residuals of the
   * common users by attention of the user's place to theirs. A closed form of the personalised
   * bridge of Zhu et al. (2022, "Personalized transfer of user preferences for cross-domain
   * recommendation").
   */
  PERSONAL {
    @Override
    Line fit(Pairs pairs, double regularization) {
      return ridge(pairs, regularization);
    }

    @Override
    Bridge.Companions companions(Pairs pairs, Line line, double temperature) {
      int k = pairs.width();
      float[] keys = new float[pairs.size() * k];
      float[] rests = new float[pairs.size() * k];
      for (int user = 0; user < pairs.size(); user++) {
        double[] source = pairs.source()[user];
        double[] mapped = line.apply(source);
        double length = 0;
        for (double x : source) {
          length += x * x;
        }
        for (int f = 0; f < k; f++) {
          keys[user * k + f] = (float) (length == 0 ? 0 : source[f] / Math.sqrt(length));
          rests[user * k + f] = (float) (pairs.target()[user][f] - mapped[f]);
        }
      }
      return new Bridge.Companions(keys, rests, temperature);
    }
  };

  /** {@code t = s·matrix + offset}, the matrix row-major. */
  record Line(double[] matrix, double[] offset) {
    double[] apply(double[] source) {
      double[] target = offset.clone();
      for (int i = 0; i < source.length; i++) {
        for (int j = 0; j < target.length; j++) {
          target[j] += source[i] * matrix[i * target.length + j];
        }
      }
      return target;
    }
  }

  abstract Line fit(Pairs pairs, double regularization);

  /** Null where everybody has the same bridge. */
  Bridge.Companions companions(Pairs pairs, Line line, double temperature) {
    return null;
  }

  private static Line ridge(Pairs pairs, double regularization) {
    int k = pairs.width();
    double[] from = pairs.mean(pairs.source());
    double[] to = pairs.mean(pairs.target());
    double[][] s = centred(pairs.source(), from);
    double[][] t = centred(pairs.target(), to);
    DMatrixRMaj gram = product(pairs, s, s);
    double ridge = Math.max(regularization * CommonOps_DDRM.trace(gram) / k, Double.MIN_NORMAL);
    for (int i = 0; i < k; i++) {
      gram.add(i, i, ridge);
    }
    DMatrixRMaj matrix = new DMatrixRMaj(k, k);
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(k);
    if (!solver.setA(gram)) {
      throw new IllegalStateException(
          "the bridge's equations of "
              + k
              + " numbers have no solution; raise bridge_regularization, or lower factors");
    }
    solver.solve(product(pairs, s, t), matrix);
    double[] mapped = new Line(matrix.data, new double[k]).apply(from);
    for (int f = 0; f < k; f++) {
      to[f] -= mapped[f];
    }
    return new Line(matrix.data, to);
  }

  private static double[][] centred(double[][] rows, double[] mean) {
    double[][] centred = new double[rows.length][mean.length];
    for (int i = 0; i < rows.length; i++) {
      for (int f = 0; f < mean.length; f++) {
        centred[i][f] = rows[i][f] - mean[f];
      }
    }
    return centred;
  }

  /** Σ w·a·bᵀ. */
  private static DMatrixRMaj product(Pairs pairs, double[][] a, double[][] b) {
    int k = pairs.width();
    DMatrixRMaj product = new DMatrixRMaj(k, k);
    for (int user = 0; user < pairs.size(); user++) {
      for (int i = 0; i < k; i++) {
        double weight = pairs.weights()[user] * a[user][i];
        for (int j = 0; j < k; j++) {
          product.data[i * k + j] += weight * b[user][j];
        }
      }
    }
    return product;
  }
}
