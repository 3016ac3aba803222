package dev.kindred.tools.train.related;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.internal.math.CholeskyInverse;
import dev.kindred.internal.math.NotPositiveDefiniteException;
import dev.kindred.internal.math.RangeTask;
import dev.kindred.internal.math.RowParallel;
import dev.kindred.model.related.RelatedItems;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import dev.kindred.tools.train.matrix.Matrix;
import java.time.Duration;
import java.util.Locale;

/**
 * EASE (Steck 2019, "Embarrassingly shallow autoencoders for sparse data"): the item-item weights B
 * with an empty diagonal that best reproduce the matrix X of strengths from itself, min ‖X − XB‖² +
 * λ‖B‖², in closed form: {@code B = I − P·diag(1/P)} with {@code P = (XᵀX + λI)⁻¹} (equation 8).
 * Takes 4·n² bytes and 2·n³ operations for n items.
 *
 * <p>Three exponents, 0 in the paper, soften the say of what there is much of. They are scaled so
 * that λ stays comparable: users' weights by the mean over events, items' by the mean over items.
 *
 * @param regularization λ
 * @param user_exponent β: a user with n items counts n^−β, so that those with long histories, who
 *     are few but have most pairs, do not decide alone
 * @param frequency_exponent γ: an item whose diagonal element of XᵀX is d has λ·d^γ for λ; 1 is the
 *     penalty that dropout stands for (Steck 2020, "Autoencoders that don't overfit towards the
 *     identity", section 3)
 * @param popularity_exponent δ: the score of an item that n users touched is divided by n^δ
 * @param neighbours how many weights an item keeps, the largest by magnitude; 0 keeps all
 * @param half_life after which an event counts half, in training and in the history; null when they
 *     do not age
 */
public record Ease(
    double regularization,
    double user_exponent,
    double frequency_exponent,
    double popularity_exponent,
    int neighbours,
    Duration half_life)
    implements Trainer<RelatedItems> {
  public static final Ease DEFAULT = new Ease(500, 0, null);

  private static final int MOST_ITEMS = 46_340;
  private static final int CHUNK = 64;

  public Ease {
    Require.above("regularization", regularization, 0);
    Require.between("user_exponent", user_exponent, 0, 2);
    Require.between("frequency_exponent", frequency_exponent, 0, 2);
    Require.between("popularity_exponent", popularity_exponent, 0, 2);
    Require.atLeast("neighbours", neighbours, 0);
    Require.positive("half_life", half_life);
  }

  /** As in the paper. */
  Ease(double regularization, int neighbours, Duration half_life) {
    this(regularization, 0, 0, 0, neighbours, half_life);
  }

  @Override
  public RelatedItems train(Dataset data, Run run) {
    Interactions interactions = data.interactions();
    int n = interactions.items().size();
    Require.that(
        n <= MOST_ITEMS,
        String.format(
            Locale.ROOT,
            "ease inverts a matrix of items × items and takes at most %s items, not %s; use"
                + " itemknn",
            MOST_ITEMS,
            n));
    Matrix users = Matrix.strengths(interactions, half_life);
    float[] p = gram(weighted(users), run.threads());
    regularize(p, n);
    invert(p, n, run);
    Links links = new Links(n);
    double[] divisors = divisors(users);
    RowParallel.run(n, CHUNK, run.threads(), () -> reader(p, divisors, links));
    return links.model(this, run, interactions, RelatedItems.Memory.fading(half_life));
  }

  private void invert(float[] gram, int n, Run run) {
    try {
      CholeskyInverse.invert(gram, n, run.threads());
    } catch (NotPositiveDefiniteException e) {
      throw new IllegalArgumentException(
          "model '"
              + run.name()
              + "': regularization "
              + regularization
              + " is lost in the rounding of the strengths' products; raise it, or give smaller"
              + " strengths",
          e);
    }
  }

  /** Each row times the root of its user's weight. */
  private Matrix weighted(Matrix users) {
    if (user_exponent == 0) {
      return users;
    }
    double sum = 0;
    for (int user = 0; user < users.rows(); user++) {
      sum += users.count(user) == 0 ? 0 : Math.pow(users.count(user), 1 - user_exponent);
    }
    double scale = users.columns().length / sum;
    return users.map(
        (user, item, value) ->
            value * Math.sqrt(scale * Math.pow(users.count(user), -user_exponent)));
  }

  /** Adds each item's λ to the diagonal. */
  private void regularize(float[] gram, int n) {
    double sum = 0;
    int some = 0;
    for (int i = 0; i < n; i++) {
      sum += gram[i * n + i];
      some += gram[i * n + i] > 0 ? 1 : 0;
    }
    for (int i = 0; i < n; i++) {
      double share = gram[i * n + i] * some / sum;
      gram[i * n + i] +=
          (float) (regularization * (share > 0 ? Math.pow(share, frequency_exponent) : 1));
    }
  }

  /**
   * What scores are divided by: for each item, how many users touched it over the mean, to the δ.
   */
  private double[] divisors(Matrix users) {
    double[] divisors = new double[users.width()];
    for (int item : users.columns()) {
      divisors[item]++;
    }
    double mean = users.columns().length / (double) Math.max(1, users.width());
    for (int item = 0; item < divisors.length; item++) {
      divisors[item] =
          divisors[item] == 0 ? 1 : Math.pow(divisors[item] / mean, popularity_exponent);
    }
    return divisors;
  }

  /** XᵀX. */
  private float[] gram(Matrix users, int threads) {
    Matrix items = users.transpose();
    int n = items.rows();
    float[] gram = new float[n * n];
    RowParallel.run(
        n,
        CHUNK,
        threads,
        () -> {
          Cooccurrence row = new Cooccurrence(users, items);
          return (from, to) -> {
            for (int item = from; item < to; item++) {
              row.row(item);
              for (int t = 0; t < row.count(); t++) {
                gram[item * n + row.item(t)] = (float) row.dot(row.item(t));
              }
            }
          };
        });
    return gram;
  }

  /** Turns row i of the symmetric P, which is column i, into column i of B: −P[j,i] / P[i,i]. */
  private RangeTask reader(float[] p, double[] divisors, Links links) {
    int n = divisors.length;
    TopK largest = new TopK(neighbours == 0 ? n : Math.min(neighbours, n));
    return (from, to) -> {
      for (int i = from; i < to; i++) {
        float scale = (float) (-1 / (p[i * n + i] * divisors[i]));
        for (int j = 0; j < n; j++) {
          if (j != i && p[i * n + j] != 0) {
            largest.offer(j, Math.abs(p[i * n + j]));
          }
        }
        int[] kept = largest.drain();
        float[] weights = new float[kept.length];
        for (int k = 0; k < kept.length; k++) {
          weights[k] = scale * p[i * n + kept[k]];
        }
        links.set(i, kept, weights);
      }
    };
  }
}
