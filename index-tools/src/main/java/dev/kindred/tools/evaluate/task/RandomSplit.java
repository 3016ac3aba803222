package dev.kindred.tools.evaluate.task;

import dev.kindred.data.Interactions;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A random part of each user's events is learned from, at least one, and the rest is asked for.
 *
 * @param share of a user's events to learn from, between 0 and 1, rounded up
 * @param seed of the draw
 */
record RandomSplit(double share, long seed) implements Split {
  RandomSplit {
    SplitParser.requireShare("random", share);
  }

  @Override
  public String name() {
    return "random:" + share;
  }

  @Override
  public String leaks() {
    return "leaks the future of the same user and of all others: events are held out in any order";
  }

  @Override
  public List<Task> tasks(Interactions log, Seen seen) {
    SplittableRandom random = new SplittableRandom(seed);
    BitSet held = new BitSet(log.size());
    for (int user = 0; user < log.users().size(); user++) {
      int count = log.to(user) - log.from(user);
      int learned = (int) Math.ceil(share * count);
      for (int drawn : Shuffle.first(count, count - learned, random)) {
        held.set(log.from(user) + drawn);
      }
    }
    return List.of(Partition.untimed(this, log, seen, held, new BitSet()).task());
  }
}
