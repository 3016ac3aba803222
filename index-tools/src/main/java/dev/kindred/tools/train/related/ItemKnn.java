package dev.kindred.tools.train.related;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.model.related.RelatedItems;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import dev.kindred.tools.train.matrix.Matrix;
import java.time.Duration;
import java.util.Objects;

/**
 * Item-based nearest neighbours (Sarwar et al. 2001; Deshpande and Karypis 2004): an item is scored
 * by how alike the items of the user's history are to it, as far as they are neighbours.
 *
 * @param neighbours how many neighbours an item has
 * @param similarity how alike two items are
 * @param shrinkage added to the similarity's denominator
 * @param significance a pair that shares fewer users than this counts in proportion (Herlocker et
 *     al. 1999); 0 trusts every pair
 * @param alpha 0 to 1: how far the conditional probability holds popular candidates back (Deshpande
 *     and Karypis, equation 4); other similarities ignore it
 * @param side which of the two items must have the other among its nearest
 * @param half_life after which an event counts half, in training and in the history; null when they
 *     do not age
 */
public record ItemKnn(
    int neighbours,
    Similarity similarity,
    double shrinkage,
    int significance,
    double alpha,
    Side side,
    Duration half_life)
    implements Trainer<RelatedItems> {
  public static final ItemKnn DEFAULT =
      new ItemKnn(100, Similarity.COSINE, 0, 0, 0.5, Side.CANDIDATE, null);

  public ItemKnn {
    Require.atLeast("neighbours", neighbours, 1);
    Objects.requireNonNull(similarity, "similarity");
    Require.atLeast("shrinkage", shrinkage, 0);
    Require.atLeast("significance", significance, 0);
    Require.between("alpha", alpha, 0, 1);
    Objects.requireNonNull(side, "side");
    Require.positive("half_life", half_life);
  }

  @Override
  public RelatedItems train(Dataset data, Run run) {
    Interactions interactions = data.interactions();
    Matrix users = similarity.matrix(interactions, half_life);
    Matrix items = users.transpose();
    double[] sizes = similarity.sizes(items);
    Links links =
        Neighbours.find(
            items.rows(), neighbours, run.threads(), () -> new Alike(users, items, sizes, this));
    return side.candidates(links)
        .model(this, run, interactions, RelatedItems.Memory.fading(half_life));
  }
}
