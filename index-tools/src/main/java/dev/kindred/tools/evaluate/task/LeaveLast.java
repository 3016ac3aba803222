package dev.kindred.tools.evaluate.task;

import dev.kindred.data.Interactions;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;

/**
 * Each user's last events are asked for, everything before them is learned from. Among events of
 * equal time the last are the last of the source. Users with no more events than are asked for are
 * learned from only.
 *
 * @param count events of each user that are asked for, at least 1
 */
record LeaveLast(int count) implements Split {
  LeaveLast {
    if (count < 1) {
      throw new IllegalArgumentException(
          "split leave-last:" + count + ": at least 1 event of each user must be asked for");
    }
  }

  @Override
  public String name() {
    return count == 1 ? "leave-one-out" : "leave-last:" + count;
  }

  @Override
  public String leaks() {
    return "leaks the future: other users' events after a held-out event are learned from"
        + " (Ji et al., arXiv 2010.11060)";
  }

  @Override
  public List<Task> tasks(Interactions log, Seen seen) {
    BitSet held = new BitSet(log.size());
    for (int user = 0; user < log.users().size(); user++) {
      if (log.to(user) - log.from(user) > count) {
        held.set(log.to(user) - count, log.to(user));
      }
    }
    Partition partition =
        new Partition(this, log, seen, held, new BitSet(), user -> now(log, user, held));
    return List.of(partition.task());
  }

  /** When the first of the user's held-out events happened; the epoch for who has none. */
  private static Instant now(Interactions log, int user, BitSet held) {
    int first = held.nextSetBit(log.from(user));
    return 0 <= first && first < log.to(user)
        ? Instant.ofEpochMilli(log.time(first))
        : Instant.EPOCH;
  }
}
