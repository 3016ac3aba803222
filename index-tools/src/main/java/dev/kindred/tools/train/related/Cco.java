package dev.kindred.tools.train.related;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.model.related.RelatedItems;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import dev.kindred.tools.train.matrix.Ageing;
import dev.kindred.tools.train.matrix.Matrix;
import java.time.Duration;
import java.util.Objects;

/**
 * Correlated cooccurrence: two items indicate each other when more users share them than chance
 * would have, by the log-likelihood ratio of their 2×2 table (Dunning 1993, "Accurate methods for
 * the statistics of surprise and coincidence", section 4). Popular items, which cooccur with
 * everything, indicate nothing. How strongly somebody liked an item does not count, only that they
 * did.
 *
 * @param neighbours how many indicators an item has, those of the largest ratio
 * @param significance the ratio below which cooccurrence counts as chance: 3.84 leaves 1 pair in 20
 *     that is, 10.83 1 in 1,000
 * @param weights what an indicator counts
 * @param half_life after which an event counts half, in training and in the history; null when they
 *     do not age
 */
public record Cco(int neighbours, double significance, Weights weights, Duration half_life)
    implements Trainer<RelatedItems> {
  public static final Cco DEFAULT = new Cco(100, 3.84, Weights.ROOT, null);

  /** What an indicator counts. */
  enum Weights {
    /** 1. */
    EQUAL {
      @Override
      double of(double ratio) {
        return 1;
      }
    },
    /** The root of the ratio, which is a number of standard deviations. */
    ROOT {
      @Override
      double of(double ratio) {
        return Math.sqrt(ratio);
      }
    },
    /** The ratio, which grows with the number of users: a popular item then counts more. */
    RATIO {
      @Override
      double of(double ratio) {
        return ratio;
      }
    };

    abstract double of(double ratio);
  }

  public Cco {
    Require.atLeast("neighbours", neighbours, 1);
    Require.atLeast("significance", significance, 0);
    Objects.requireNonNull(weights, "weights");
    Require.positive("half_life", half_life);
  }

  @Override
  public RelatedItems train(Dataset data, Run run) {
    Interactions interactions = data.interactions();
    Matrix users = counts(interactions);
    Matrix items = users.transpose();
    double[] totals = items.sums();
    Links links =
        Neighbours.find(
            items.rows(), neighbours, run.threads(), () -> new Surprise(users, items, totals));
    links.map(weights::of);
    return links.model(this, run, interactions, RelatedItems.Memory.fading(half_life));
  }

  /** 1 for a user who liked an item, less where it was long ago. */
  private Matrix counts(Interactions data) {
    Ageing ageing = Ageing.of(data, half_life);
    return Matrix.of(data, (user, p) -> data.strength(p) > 0 ? (float) ageing.weight(p) : 0)
        .map((user, item, value) -> Math.min(1, value));
  }

  private final class Surprise extends SharedUsers {
    private final int everybody;
    private final double[] totals;

    Surprise(Matrix users, Matrix items, double[] totals) {
      super(users, items);
      this.everybody = users.rows();
      this.totals = totals;
    }

    @Override
    public double score(int other) {
      double both = dot(other);
      double expected = totals[item()] * totals[other] / everybody;
      double ratio = LikelihoodRatio.of(both, totals[item()], totals[other], everybody);
      return both > expected && ratio >= significance ? ratio : 0;
    }
  }
}
