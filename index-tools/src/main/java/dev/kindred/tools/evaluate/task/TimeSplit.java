package dev.kindred.tools.evaluate.task;

import dev.kindred.data.Interactions;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * One moment for all users: what happened before is learned from, what happened after is asked for.
 * Events of equal time keep their order.
 *
 * @param share of the events to learn from, between 0 and 1
 */
record TimeSplit(double share) implements Split {
  private static final long YEAR = 365L * 24 * 60 * 60 * 1000;

  TimeSplit {
    SplitParser.requireShare("time", share);
  }

  @Override
  public String name() {
    return "time:" + share;
  }

  @Override
  public String leaks() {
    return "leaks nothing: no training event is newer than any test event";
  }

  @Override
  public List<Task> tasks(Interactions log, Seen seen) {
    requireTimes(log);
    long[] times = new long[log.size()];
    Arrays.setAll(times, log::time);
    Arrays.sort(times);
    int learned = (int) Math.round(share * times.length);
    if (learned == 0) {
      throw new IllegalArgumentException(
          name() + " learns from none of " + times.length + " events; raise the share");
    }
    if (learned == times.length) {
      throw new IllegalArgumentException(name() + " holds out none of " + learned + " events");
    }
    long cut = times[learned];
    int undecided = learned - firstAt(times, cut);
    BitSet held = new BitSet(times.length);
    for (int p = 0; p < times.length; p++) {
      if (log.time(p) > cut || (log.time(p) == cut && undecided-- <= 0)) {
        held.set(p);
      }
    }
    Instant now = Instant.ofEpochMilli(cut);
    return List.of(new Partition(this, log, seen, held, new BitSet(), user -> now).task());
  }

  private static int firstAt(long[] sorted, long time) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether the events have times: what is older has no clock but a place in a file. */
  static boolean timed(Interactions log) {
    return log.size() > 0 && log.newest() >= YEAR;
  }

  private void requireTimes(Interactions log) {
    if (log.newest() < YEAR) {
      throw new IllegalArgumentException(
          name() + " needs times, and the events have none; use leave-one-out, or give timestamps");
    }
  }
}
