package dev.kindred.tools.evaluate.task;

import dev.kindred.data.Interactions;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;

/**
 * Each user's last event is asked for, everything before it is learned from. Among events of equal
 * time the last is the last of the source. Users with one event are learned from only.
 */
record LeaveOneOut() implements Split {
  @Override
  public String name() {
    return "leave-one-out";
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
      if (log.to(user) - log.from(user) > 1) {
        held.set(log.to(user) - 1);
      }
    }
    Partition partition =
        new Partition(
            this,
            log,
            seen,
            held,
            new BitSet(),
            user -> Instant.ofEpochMilli(log.time(log.to(user) - 1)));
    return List.of(partition.task());
  }
}
