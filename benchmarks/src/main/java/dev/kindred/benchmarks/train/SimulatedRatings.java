package dev.kindred.benchmarks.train;

import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Ratings with the shape of MovieLens 20M, 138,493 users by 26,744 items: at least 20 a user and a
 * log-normal tail above, items by a power law. Fewer events mean fewer users in proportion, so that
 * a user's number stays, and fewer items by the root of it.
 *
 * @param events about how many
 * @param seed of all of it
 */
record SimulatedRatings(int events, long seed) {
  private static final double FULL = 20_000_263;
  private static final int LEAST = 20;
  private static final int TABLE = 1 << 20;

  Interactions interactions() {
    double scale = events / FULL;
    int users = (int) Math.max(10, 138_493 * scale);
    int items = (int) Math.max(100, 26_744 * Math.sqrt(scale));
    SplittableRandom random = new SplittableRandom(seed);
    int[] drawn = popularity(items, random);
    String[] ids = new String[items];
    InteractionsBuilder builder = new InteractionsBuilder(true, Repeats.ALL);
    for (int i = 0; i < items; i++) {
      ids[i] = "m" + i;
      builder.item(ids[i]);
    }
    double[] tail = tail(users, random);
    double factor = Math.max(0, events - (double) LEAST * users) / Arrays.stream(tail).sum();
    int[] seenBy = new int[items];
    Arrays.fill(seenBy, -1);
    for (int user = 0; user < users; user++) {
      int wanted = Math.min(items / 3, LEAST + (int) Math.round(tail[user] * factor));
      String id = "u" + user;
      int found = 0;
      for (int tries = 0; found < wanted && tries < 50 * wanted; tries++) {
        int item = random.nextInt(8) == 0 ? random.nextInt(items) : drawn[random.nextInt(TABLE)];
        if (seenBy[item] != user) {
          seenBy[item] = user;
          builder.add(id, ids[item], 1 + random.nextInt(5), found++);
        }
      }
    }
    return builder.build();
  }

  private static double[] tail(int users, SplittableRandom random) {
    double[] tail = new double[users];
    for (int user = 0; user < users; user++) {
      tail[user] = Math.exp(1.15 * random.nextGaussian());
    }
    return tail;
  }

  /** Items as often as they are chosen, in shuffled numbering. */
  private static int[] popularity(int items, SplittableRandom random) {
    double[] sums = new double[items];
    double sum = 0;
    for (int rank = 0; rank < items; rank++) {
      sum += Math.pow(rank + 60, -1.15);
      sums[rank] = sum;
    }
    int[] number = new int[items];
    for (int i = 0; i < items; i++) {
      int j = random.nextInt(i + 1);
      number[i] = number[j];
      number[j] = i;
    }
    int[] table = new int[TABLE];
    int rank = 0;
    for (int i = 0; i < TABLE; i++) {
      while (sums[rank] < (i + 0.5) / TABLE * sum) {
        rank++;
      }
      table[i] = number[rank];
    }
    return table;
  }
}
