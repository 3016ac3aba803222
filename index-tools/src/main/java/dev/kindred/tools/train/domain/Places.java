package dev.kindred.tools.train.domain;

import dev.kindred.data.Interactions;
import dev.kindred.internal.math.RowParallel;
import dev.kindred.model.Encoding;
import dev.kindred.model.Model;
import dev.kindred.tools.train.Learners;

/**
 * The users of one domain as its model encodes them. Immutable by agreement.
 *
 * @param vectors by user; null for who is not wanted, or of whom the model says nothing
 * @param counts how many items of each user's history the model knows
 */
record Places(float[][] vectors, int[] counts) {
  private static final int CHUNK = 16;

  /**
   * @param wanted by user
   */
  static Places of(Interactions events, boolean[] wanted, Model model, int threads) {
    float[][] vectors = new float[wanted.length][];
    int[] counts = new int[wanted.length];
    Learners learners = new Learners(events);
    RowParallel.run(
        wanted.length,
        CHUNK,
        threads,
        (from, to) -> {
          for (int user = from; user < to; user++) {
            if (wanted[user] && learners.encode(model, user) instanceof Encoding.Dense dense) {
              vectors[user] = dense.vector();
              counts[user] = dense.parts().size();
            }
          }
        });
    return new Places(vectors, counts);
  }
}
