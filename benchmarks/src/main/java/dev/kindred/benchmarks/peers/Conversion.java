package dev.kindred.benchmarks.peers;

import dev.kindred.benchmarks.peers.child.Ratings;
import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;

/** Our interactions as plain arrays, and back; without times, in the same order. */
final class Conversion {
  private Conversion() {}

  static Ratings ratings(Interactions log) {
    int[] user = new int[log.size()];
    int[] item = new int[log.size()];
    float[] value = new float[log.size()];
    for (int row = 0; row < log.users().size(); row++) {
      for (int p = log.from(row); p < log.to(row); p++) {
        user[p] = row;
        item[p] = log.item(p);
        value[p] = log.value(p);
      }
    }
    return new Ratings(log.users().ids(), log.items().ids(), log.explicit(), user, item, value);
  }

  static Interactions interactions(Ratings ratings) {
    InteractionsBuilder log = new InteractionsBuilder(ratings.explicit(), Repeats.ALL);
    ratings.users().forEach(log::user);
    ratings.items().forEach(log::item);
    for (int r = 0; r < ratings.size(); r++) {
      log.add(
          ratings.users().get(ratings.user()[r]),
          ratings.items().get(ratings.item()[r]),
          ratings.value()[r],
          0);
    }
    return log.build();
  }
}
