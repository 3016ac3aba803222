package dev.kindred.tools.train.related;

import dev.kindred.internal.math.RangeTask;
import dev.kindred.internal.math.RowParallel;
import java.util.function.Supplier;

/** Finds the most related items of every item, in parallel over items. */
final class Neighbours {
  private static final int CHUNK = 64;

  private Neighbours() {}

  /**
   * Each item's best, best first.
   *
   * @param most how many an item keeps; 0 keeps all
   * @param pairs makes one scorer for each thread
   */
  static Links find(int items, int most, int threads, Supplier<? extends Pairs> pairs) {
    Links links = new Links(items);
    int kept = most == 0 ? items : Math.min(most, items);
    RowParallel.run(items, CHUNK, threads, () -> finder(pairs.get(), Math.max(1, kept), links));
    return links;
  }

  private static RangeTask finder(Pairs pairs, int kept, Links links) {
    TopK nearest = new TopK(kept);
    return (from, to) -> {
      for (int item = from; item < to; item++) {
        pairs.row(item);
        for (int t = 0; t < pairs.count(); t++) {
          int other = pairs.other(t);
          float score = (float) pairs.score(other);
          if (other != item && score > 0) {
            nearest.offer(other, score);
          }
        }
        int[] found = nearest.drain();
        float[] scores = new float[found.length];
        for (int k = 0; k < found.length; k++) {
          scores[k] = (float) pairs.score(found[k]);
        }
        links.set(item, found, scores);
      }
    };
  }
}
