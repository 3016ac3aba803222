package dev.kindred.tools.train.related;

import dev.kindred.data.Interactions;
import dev.kindred.tools.train.matrix.Ageing;
import dev.kindred.tools.train.matrix.Latest;
import dev.kindred.tools.train.matrix.Matrix;
import java.time.Duration;

/** How alike two items are by the users they share. */
enum Similarity {
  /** The cosine of the columns of strengths. */
  COSINE {
    @Override
    double of(double dot, double self, double other, ItemKnn how) {
      return dot / (Math.sqrt(self) * Math.sqrt(other) + how.shrinkage());
    }
  },
  /** The cosine of ratings from which each user's mean is subtracted (Sarwar et al. 2001). */
  ADJUSTED_COSINE {
    @Override
    Matrix matrix(Interactions data, Duration halfLife) {
      double[] means = means(data);
      Ageing ageing = Ageing.of(data, halfLife);
      return Matrix.of(
          data, (user, p) -> (float) ((data.value(p) - means[user]) * ageing.weight(p)));
    }

    @Override
    double of(double dot, double self, double other, ItemKnn how) {
      return COSINE.of(dot, self, other, how);
    }
  },
  /** The correlation of the ratings of the users who rated both (Sarwar et al. 2001). */
  PEARSON {
    @Override
    Matrix matrix(Interactions data, Duration halfLife) {
      return Latest.of(data, data::value);
    }

    @Override
    double of(double dot, double self, double other, ItemKnn how) {
      throw new IllegalStateException("a correlation needs more than a dot product");
    }
  },
  /**
   * How probable the candidate is where the item of the history is, over the candidate's frequency
   * to the power of alpha; a user of many items says less (Deshpande and Karypis 2004, equation 4).
   */
  CONDITIONAL_PROBABILITY {
    @Override
    Matrix matrix(Interactions data, Duration halfLife) {
      Matrix strengths = Matrix.strengths(data, halfLife).positive();
      double[] squares = strengths.squares();
      return strengths.map((user, item, value) -> value / Math.sqrt(Math.sqrt(squares[user])));
    }

    @Override
    double[] sizes(Matrix items) {
      double[] counts = new double[items.rows()];
      for (int item = 0; item < counts.length; item++) {
        counts[item] = items.count(item);
      }
      return counts;
    }

    @Override
    double of(double dot, double self, double other, ItemKnn how) {
      double candidate = how.side() == Side.CANDIDATE ? self : other;
      double history = how.side() == Side.CANDIDATE ? other : self;
      return dot / (history * Math.pow(candidate, how.alpha()) + how.shrinkage());
    }
  },
  /** Shared users over users of either, strengths and times ignored. */
  JACCARD {
    @Override
    Matrix matrix(Interactions data, Duration halfLife) {
      return Matrix.strengths(data).map((user, item, value) -> 1);
    }

    @Override
    double of(double dot, double self, double other, ItemKnn how) {
      return dot / (self + other - dot + how.shrinkage());
    }
  },
  /** The cosine of columns weighted as BM25 weighs a document's words, users being the words. */
  BM25 {
    @Override
    Matrix matrix(Interactions data, Duration halfLife) {
      return Bm25.weigh(Matrix.strengths(data, halfLife).positive());
    }

    @Override
    double of(double dot, double self, double other, ItemKnn how) {
      return COSINE.of(dot, self, other, how);
    }
  };

  /** Users by items, weighted so that dot products are what {@link #of} expects. */
  Matrix matrix(Interactions data, Duration halfLife) {
    return Matrix.strengths(data, halfLife);
  }

  /** What {@link #of} needs to know of each item alone: its dot product with itself. */
  double[] sizes(Matrix items) {
    return items.squares();
  }

  /**
   * @param dot of the two columns
   * @param self size of the item whose neighbours are looked for
   * @param other size of the other
   */
  abstract double of(double dot, double self, double other, ItemKnn how);

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
