package dev.kindred.tools.train.related;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.internal.math.RangeTask;
import dev.kindred.internal.math.RowParallel;
import dev.kindred.model.Manifest;
import dev.kindred.model.related.RelatedItems;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import dev.kindred.tools.train.matrix.Matrix;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Item-based nearest neighbours (Sarwar et al. 2001; Deshpande and Karypis 2004): an item is scored
 * by how alike the items of the user's history are to it, as far as they are neighbours.
 *
 * @param neighbours how many neighbours an item has
 * @param similarity how alike two items are
 * @param shrinkage added to the similarity's denominator
 * @param side which of the two items must have the other among its nearest
 * @param half_life after which an event of the history counts half; null when they do not age
 */
public record ItemKnn(
    int neighbours, Similarity similarity, double shrinkage, Side side, Duration half_life)
    implements Trainer<RelatedItems> {
  public static final ItemKnn DEFAULT =
      new ItemKnn(100, Similarity.COSINE, 0, Side.CANDIDATE, null);

  /** Whose neighbours count. */
  enum Side {
    /** A candidate is scored by its own nearest items: a rare item has as good a chance as any. */
    CANDIDATE,
    /** An item of the history speaks for its own nearest items. */
    HISTORY
  }

  private static final int CHUNK = 64;

  public ItemKnn {
    Require.atLeast("neighbours", neighbours, 1);
    Objects.requireNonNull(similarity, "similarity");
    Require.atLeast("shrinkage", shrinkage, 0);
    Objects.requireNonNull(side, "side");
    Require.positive("half_life", half_life);
  }

  @Override
  public RelatedItems train(Dataset data, Run run) {
    Interactions interactions = data.interactions();
    Matrix users = similarity.matrix(interactions);
    Matrix items = users.transpose();
    double[] squares = squares(items);
    Links links = new Links(items.rows());
    RowParallel.run(items.rows(), CHUNK, run.threads(), () -> finder(users, items, squares, links));
    Manifest manifest =
        Provenance.manifest(
            "related",
            this,
            run,
            interactions,
            Map.of("links", (double) links.count()),
            RelatedItems.fields(run.name()));
    return (side == Side.CANDIDATE ? links : links.transpose())
        .model(manifest, interactions.items(), half_life);
  }

  private RangeTask finder(Matrix users, Matrix items, double[] squares, Links links) {
    Cooccurrence row = new Cooccurrence(users, items);
    TopK nearest = new TopK(Math.min(neighbours, Math.max(1, items.rows())));
    return (from, to) -> {
      for (int item = from; item < to; item++) {
        row.row(item);
        for (int t = 0; t < row.count(); t++) {
          int other = row.item(t);
          float score = score(row, squares, item, other);
          if (other != item && score > 0) {
            nearest.offer(other, score);
          }
        }
        int[] found = nearest.drain();
        float[] scores = new float[found.length];
        for (int k = 0; k < found.length; k++) {
          scores[k] = score(row, squares, item, found[k]);
        }
        links.set(item, found, scores);
      }
    };
  }

  private float score(Cooccurrence row, double[] squares, int item, int other) {
    return similarity.of(row.dot(other), squares[item], squares[other], shrinkage);
  }

  private static double[] squares(Matrix items) {
    double[] squares = new double[items.rows()];
    for (int item = 0; item < squares.length; item++) {
      for (int p = items.starts()[item]; p < items.starts()[item + 1]; p++) {
        squares[item] += (double) items.values()[p] * items.values()[p];
      }
    }
    return squares;
  }
}
