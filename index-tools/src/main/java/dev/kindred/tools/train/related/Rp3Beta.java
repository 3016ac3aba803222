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
 * RP³β (Christoffel et al. 2015, "Blockbusters and wallflowers"; Paudel et al. 2017, "Updatable,
 * accurate, diverse, and scalable recommendations for interactive applications", section 4): how
 * probably a random walk goes from an item of the history over a user to the candidate, each step's
 * probability to the power of alpha, over the candidate's popularity to the power of beta. P³α
 * (Cooper et al. 2014) is beta 0. Dislikes are not walked.
 *
 * @param neighbours how many neighbours an item keeps; 0 keeps all
 * @param alpha power of the probability of a step, above 0; below 1 evens them out
 * @param beta how far popular candidates are held back; 0 not at all
 * @param side which of the two items must have the other among its nearest
 * @param half_life after which an event counts half, in training and in the history; null when they
 *     do not age
 */
public record Rp3Beta(int neighbours, double alpha, double beta, Side side, Duration half_life)
    implements Trainer<RelatedItems> {
  public static final Rp3Beta DEFAULT = new Rp3Beta(300, 0.8, 0.3, Side.HISTORY, null);

  public Rp3Beta {
    Require.atLeast("neighbours", neighbours, 0);
    Require.above("alpha", alpha, 0);
    Require.between("beta", beta, 0, 2);
    Objects.requireNonNull(side, "side");
    Require.positive("half_life", half_life);
  }

  @Override
  public RelatedItems train(Dataset data, Run run) {
    Interactions interactions = data.interactions();
    Matrix strengths = Matrix.strengths(interactions, half_life).positive();
    Matrix onward = steps(strengths);
    Matrix away = steps(strengths.transpose());
    double[] held = held(away);
    boolean forward = side == Side.HISTORY;
    Matrix users = forward ? onward : away.transpose();
    Matrix items = forward ? away : onward.transpose();
    Links links =
        Neighbours.find(
            items.rows(), neighbours, run.threads(), () -> new Walk(users, items, held, forward));
    return side.candidates(links)
        .model(this, run, interactions, RelatedItems.Memory.fading(half_life));
  }

  /** Each row's probabilities to the power of alpha. */
  private Matrix steps(Matrix strengths) {
    double[] sums = strengths.sums();
    return strengths.map((row, column, value) -> Math.pow(value / sums[row], alpha));
  }

  /** What a candidate's score is divided by. */
  private double[] held(Matrix items) {
    double[] held = new double[items.rows()];
    for (int item = 0; item < held.length; item++) {
      held[item] = Math.pow(items.count(item), beta);
    }
    return held;
  }

  private static final class Walk extends SharedUsers {
    private final double[] held;
    private final boolean forward;

    /**
     * @param forward whether walks start at the item turned to, rather than end there
     */
    Walk(Matrix users, Matrix items, double[] held, boolean forward) {
      super(users, items);
      this.held = held;
      this.forward = forward;
    }

    @Override
    public double score(int other) {
      return dot(other) / held[forward ? other : item()];
    }
  }
}
