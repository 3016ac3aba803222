package dev.kindred.tools.train.deep;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.cursors.LongIntCursor;

/**
 * Pairs of an item of a history and another that was liked beside it, numbered as they are met. Not
 * thread-safe.
 */
final class Pairs {
  private final LongIntHashMap numbers = new LongIntHashMap();
  private final int items;
  private final int most;

  /**
   * @param items how many there are
   * @param most pairs; later ones are passed over
   */
  Pairs(int items, int most) {
    this.items = items;
    this.most = most;
  }

  /**
   * Numbers the pairs of a history and what was liked in it.
   *
   * @param targets positions in the history
   */
  void meet(int[] history, int[] targets) {
    for (int target : targets) {
      for (int h = 0; h < history.length; h++) {
        long key = key(history[h], history[target]);
        if (h != target && numbers.size() < most && !numbers.containsKey(key)) {
          numbers.put(key, numbers.size());
        }
      }
    }
  }

  int size() {
    return numbers.size();
  }

  /** The pair's number; -1 for one that was not met. */
  int number(int history, int item) {
    return numbers.getOrDefault(key(history, item), -1);
  }

  private long key(int history, int item) {
    return (long) history * items + item;
  }

  /** Is told a pair. */
  interface Each {
    void accept(int history, int item, int number);
  }

  /** Tells all, in no order. */
  void forEach(Each each) {
    for (LongIntCursor pair : numbers) {
      each.accept((int) (pair.key / items), (int) (pair.key % items), pair.value);
    }
  }
}
