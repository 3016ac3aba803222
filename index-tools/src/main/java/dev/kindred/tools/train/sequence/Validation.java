package dev.kindred.tools.train.sequence;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.RowParallel;
import dev.kindred.internal.neural.Embedding;
import dev.kindred.tools.train.neural.HeldOut;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * NDCG@10 of the held-out items among all items that the history does not hold; equal scores count
 * against the model.
 */
final class Validation {
  private static final int USERS = 32;

  private final Sequences sequences;
  private final Embedding items;
  private final float[] bias;

  /** Turns histories into vectors that items are compared with; one for each thread. */
  @FunctionalInterface
  interface Encoder {
    /**
     * @param vectors receives a row for each history
     */
    void encode(List<int[]> histories, float[] vectors);
  }

  /**
   * @param bias added to an item's score; null for none
   */
  Validation(Sequences sequences, Embedding items, float[] bias) {
    this.sequences = sequences;
    this.items = items;
    this.bias = bias;
  }

  double ndcg(Supplier<Encoder> encoders, int threads) {
    int users = sequences.answers().length;
    double[] gains = new double[users];
    RowParallel.run(
        users,
        USERS,
        threads,
        () -> {
          Encoder encoder = encoders.get();
          float[] vectors = new float[USERS * items.width()];
          float[] scores = new float[USERS * items.count()];
          return (from, to) -> {
            encoder.encode(sequences.asked().subList(from, to), vectors);
            score(to - from, vectors, scores);
            for (int user = from; user < to; user++) {
              gains[user] = gain(user, scores, (user - from) * items.count());
            }
          };
        });
    return users == 0 ? Double.NaN : Arrays.stream(gains).average().orElseThrow();
  }

  private void score(int rows, float[] vectors, float[] scores) {
    int n = items.count();
    int width = items.width();
    for (int row = 0; row < rows; row++) {
      if (bias == null) {
        Arrays.fill(scores, row * n, (row + 1) * n, 0);
      } else {
        System.arraycopy(bias, 0, scores, row * n, n);
      }
    }
    Kernels.get()
        .gemmTransB(rows, n, width, 1, vectors, 0, width, items.table(), 0, width, scores, 0, n);
  }

  private double gain(int user, float[] scores, int at) {
    return HeldOut.gain(
        scores, at, items.count(), sequences.answers()[user], sequences.asked().get(user));
  }
}
