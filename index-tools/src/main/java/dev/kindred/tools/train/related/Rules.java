package dev.kindred.tools.train.related;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.model.related.RelatedItems;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import java.time.Duration;

/**
 * Sequential rules (Ludewig and Jannach 2018, "Evaluation of session-based recommendation
 * algorithms", section 3.1, SR): what came after an item, within a few steps, is what comes after
 * it. A follower d steps later counts 1/d. The latest items of the history speak, each less than
 * the one after it. Dislikes are passed over.
 *
 * @param neighbours how many items a candidate may follow, those it followed most; 0 keeps all
 * @param steps how many steps later a follower may come, at least 1
 * @param backward what it counts to have come before instead of after; 0 to 1, 0 in the paper
 * @param normalization power of the number of followers of an item that its followers are divided
 *     by: 0 lets frequent items say more, 1 all the same
 * @param length how many of the latest items speak
 * @param decay what an item's word is worth beside the word of the item after it, 0 to 1
 * @param half_life after which an event counts half, in training and in the history; null when they
 *     do not age
 */
public record Rules(
    int neighbours,
    int steps,
    double backward,
    double normalization,
    int length,
    double decay,
    Duration half_life)
    implements Trainer<RelatedItems> {
  public static final Rules DEFAULT = new Rules(300, 5, 0, 0, 10, 0.5, null);

  public Rules {
    Require.atLeast("neighbours", neighbours, 0);
    Require.atLeast("steps", steps, 1);
    Require.between("backward", backward, 0, 1);
    Require.between("normalization", normalization, 0, 1);
    Require.atLeast("length", length, 1);
    Require.between("decay", decay, 0, 1);
    Require.positive("half_life", half_life);
  }

  @Override
  public RelatedItems train(Dataset data, Run run) {
    Interactions interactions = data.interactions();
    Sequences sequences = Sequences.of(interactions, half_life);
    double[] spoken = spoken(sequences);
    Links links =
        Neighbours.find(
            interactions.items().size(),
            neighbours,
            run.threads(),
            () -> new Followed(sequences, steps, backward, spoken));
    return links.model(this, run, interactions, new RelatedItems.Memory(half_life, length, decay));
  }

  /** What each item's followers are divided by. */
  private double[] spoken(Sequences sequences) {
    double[] spoken = new double[sequences.items()];
    Followed pairs = new Followed(sequences, steps, backward, null);
    for (int item = 0; normalization > 0 && item < spoken.length; item++) {
      pairs.row(item);
      for (int t = 0; t < pairs.count(); t++) {
        spoken[pairs.other(t)] += pairs.score(pairs.other(t));
      }
    }
    for (int item = 0; item < spoken.length; item++) {
      spoken[item] = spoken[item] == 0 ? 1 : Math.pow(spoken[item], normalization);
    }
    return spoken;
  }
}
