package dev.kindred.tools.evaluate.task;

import dev.kindred.data.Interactions;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Every event is asked for once: the log is dealt at random into parts of equal size, and each part
 * in turn is held out of the others.
 *
 * @param count of the folds, from 2 to 100
 * @param seed of the deal
 */
record Folds(int count, long seed) implements Split {
  Folds {
    if (count < 2 || count > 100) {
      throw new IllegalArgumentException("there can be 2 to 100 folds, not " + count);
    }
  }

  @Override
  public String name() {
    return "folds:" + count;
  }

  @Override
  public String leaks() {
    return "leaks the future of the same user and of all others: events are held out in any order";
  }

  @Override
  public List<Task> tasks(Interactions log, Seen seen) {
    int[] order = Shuffle.first(log.size(), log.size(), new SplittableRandom(seed));
    List<Task> tasks = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      BitSet held = new BitSet(log.size());
      for (int i = fold; i < order.length; i += count) {
        held.set(order[i]);
      }
      tasks.add(Partition.untimed(this, log, seen, held, new BitSet()).task());
    }
    return tasks;
  }
}
