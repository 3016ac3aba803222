package dev.kindred.tools.simulate;

import dev.kindred.tools.read.EventSink;
import java.time.Instant;
import java.util.SplittableRandom;

/** All readers: how much each reads, and when. */
final class Crowd {
  /** Everything happens in the year before this. */
  static final long END = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  static final long SPAN = 365L * 86_400_000;
  private static final double SIGMA = 1.2;

  private final long seed;
  private final int users;
  private final int events;
  private final Shelves shelves;

  Crowd(long seed, int users, int events, Shelves shelves) {
    this.seed = seed;
    this.users = users;
    this.events = events;
    this.shelves = shelves;
  }

  void read(EventSink sink) {
    double[] zeal = new double[users];
    double sum = 0;
    SplittableRandom random = Seeds.of(seed, -4);
    for (int user = 0; user < users; user++) {
      zeal[user] = Math.exp(SIGMA * random.nextGaussian());
      sum += zeal[user];
    }
    double carried = 0;
    int left = events;
    int[] seenBy = new int[shelves.size()];
    for (int user = 0; user < users && left > 0; user++) {
      double wanted = events * zeal[user] / sum + carried;
      int count = user + 1 == users ? left : Math.clamp(Math.round(wanted), 1, left);
      carried = wanted - count;
      left -= new Reader(user + 1, Seeds.of(seed, user), shelves, seenBy).read(count, sink);
    }
  }
}
