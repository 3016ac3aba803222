package dev.kindred.benchmarks.peers.child;

import java.nio.file.Path;

/** A trained model that scores pairs; leaves a file of the scores of what is asked. */
@FunctionalInterface
public interface Scorer extends Trained {
  /**
   * The predicted rating, or whatever orders items for a user.
   *
   * @return NaN when the model has no answer, such as for an item it never met
   */
  double score(int user, int item) throws Exception;

  @Override
  default void leave(Pairs asked, Path place) throws Exception {
    double[] scores = new double[asked.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = score(asked.users()[i], asked.items()[i]);
    }
    Binary.write(scores, place);
  }
}
