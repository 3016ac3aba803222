package dev.kindred.tools.train.related;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.internal.math.CholeskyInverse;
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
 * @param regularization λ
 * @param neighbours how many weights an item keeps, the largest by magnitude; 0 keeps all
 * @param half_life after which an event counts half, in training and in the history; null when they
 *     do not age
 */
public record Ease(double regularization, int neighbours, Duration half_life)
    implements Trainer<RelatedItems> {
  public static final Ease DEFAULT = new Ease(500, 0, null);

  private static final int MOST_ITEMS = 46_340;
  private static final int CHUNK = 64;

  public Ease {
    Require.above("regularization", regularization, 0);
    Require.atLeast("neighbours", neighbours, 0);
    Require.positive("half_life", half_life);
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
    float[] p = gram(Matrix.strengths(interactions, half_life), run.threads());
    CholeskyInverse.invert(p, n, run.threads());
    Links links = new Links(n);
    RowParallel.run(n, CHUNK, run.threads(), () -> reader(p, n, links));
    return links.model(this, run, interactions, RelatedItems.Memory.fading(half_life));
  }

  /** XᵀX + λI. */
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
              gram[item * n + item] += (float) regularization;
            }
          };
        });
    return gram;
  }

  /** Turns row i of the symmetric P, which is column i, into column i of B: −P[j,i] / P[i,i]. */
  private RangeTask reader(float[] p, int n, Links links) {
    TopK largest = new TopK(neighbours == 0 ? n : Math.min(neighbours, n));
    return (from, to) -> {
      for (int i = from; i < to; i++) {
        float scale = -1 / p[i * n + i];
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
