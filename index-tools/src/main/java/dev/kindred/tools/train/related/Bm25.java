package dev.kindred.tools.train.related;

import dev.kindred.tools.train.matrix.Matrix;

/** BM25 (Robertson and Walker 1994) on a matrix whose columns are documents and rows words. */
final class Bm25 {
  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private Bm25() {}

  /**
   * The matrix with each cell weighted; users with many items and items with many users weigh less.
   */
  static Matrix weigh(Matrix users) {
    int items = users.width();
    double[] lengths = new double[items];
    double total = 0;
    for (int p = 0; p < users.columns().length; p++) {
      lengths[users.columns()[p]] += users.values()[p];
      total += users.values()[p];
    }
    double average = total / Math.max(1, items);
    float[] weights = new float[users.values().length];
    for (int user = 0; user < users.rows(); user++) {
      double idf = Math.log((items + 1.0) / (users.count(user) + 1.0));
      for (int p = users.starts()[user]; p < users.starts()[user + 1]; p++) {
        double strength = users.values()[p];
        double norm = K1 * (1 - B + B * lengths[users.columns()[p]] / average);
        weights[p] = (float) (strength * (K1 + 1) / (norm + strength) * idf);
      }
    }
    return new Matrix(users.rows(), items, users.starts(), users.columns(), weights);
  }
}
