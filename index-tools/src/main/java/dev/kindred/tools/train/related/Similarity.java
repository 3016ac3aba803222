package dev.kindred.tools.train.related;

import dev.kindred.data.Interactions;
import dev.kindred.tools.train.matrix.Matrix;

/** How alike two items are by the users they share. */
enum Similarity {
  /** The cosine of the columns of strengths. */
  COSINE {
    @Override
    float of(double dot, double self, double other, double shrinkage) {
      return (float) (dot / (Math.sqrt(self) * Math.sqrt(other) + shrinkage));
    }
  },
  /** The cosine of ratings from which each user's mean is subtracted (Sarwar et al. 2001). */
  ADJUSTED_COSINE {
    @Override
    Matrix matrix(Interactions data) {
      double[] means = means(data);
      return Matrix.of(data, (user, p) -> (float) (data.value(p) - means[user]));
    }

    @Override
    float of(double dot, double self, double other, double shrinkage) {
      return COSINE.of(dot, self, other, shrinkage);
    }
  },
  /** Shared users over users of either, strengths ignored. */
  JACCARD {
    @Override
    Matrix matrix(Interactions data) {
      Matrix matrix = Matrix.strengths(data);
      java.util.Arrays.fill(matrix.values(), 1);
      return matrix;
    }

    @Override
    float of(double dot, double self, double other, double shrinkage) {
      return (float) (dot / (self + other - dot + shrinkage));
    }
  },
  /** The cosine of columns weighted as BM25 weighs a document's words, users being the words. */
  BM25 {
    @Override
    Matrix matrix(Interactions data) {
      return Bm25.weigh(Matrix.strengths(data));
    }

    @Override
    float of(double dot, double self, double other, double shrinkage) {
      return COSINE.of(dot, self, other, shrinkage);
    }
  };

  /** Users by items, weighted so that dot products are what {@link #of} expects. */
  Matrix matrix(Interactions data) {
    return Matrix.strengths(data);
  }

  /**
   * @param dot of the two columns
   * @param self dot of the first with itself
   * @param other dot of the second with itself
   * @param shrinkage added to the denominator: doubts pairs with few users
   */
  abstract float of(double dot, double self, double other, double shrinkage);

  private static double[] means(Interactions data) {
    double[] means = new double[data.users().size()];
    for (int user = 0; user < means.length; user++) {
      double sum = 0;
      for (int p = data.from(user); p < data.to(user); p++) {
        sum += data.value(p);
      }
      means[user] = sum / Math.max(1, data.to(user) - data.from(user));
    }
    return means;
  }
}
