package dev.kindred.opensearch.stats;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/** A histogram of durations. Thread-safe; a reading may be a moment behind. */
public final class Timer {
  /** Upper bounds of the buckets in seconds; a last bucket holds what is longer. */
  private static final double[] BOUNDS = {.001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5, 10};

  private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
  private final LongAdder nanos = new LongAdder();
  private final LongAdder failures = new LongAdder();

  Timer() {
    Arrays.setAll(buckets, i -> new LongAdder());
  }

  void add(long duration, boolean failed) {
    int bucket = 0;
    while (bucket < BOUNDS.length && duration > BOUNDS[bucket] * 1e9) {
      bucket++;
    }
    buckets[bucket].increment();
    nanos.add(duration);
    if (failed) {
      failures.increment();
    }
  }

  /** How many buckets there are. */
  public int size() {
    return buckets.length;
  }

  /** The bucket's upper bound in seconds; infinite for the last. */
  public double bound(int bucket) {
    return bucket < BOUNDS.length ? BOUNDS[bucket] : Double.POSITIVE_INFINITY;
  }

  /** How many durations are at most the bucket's bound. */
  public long upTo(int bucket) {
    long count = 0;
    for (int i = 0; i <= bucket; i++) {
      count += buckets[i].sum();
    }
    return count;
  }

  public long count() {
    return upTo(buckets.length - 1);
  }

  public long failures() {
    return failures.sum();
  }

  /** The sum of all durations. */
  public double seconds() {
    return nanos.sum() / 1e9;
  }
}
