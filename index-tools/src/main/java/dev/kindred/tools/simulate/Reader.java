package dev.kindred.tools.simulate;

import dev.kindred.tools.read.EventSink;
import java.util.SplittableRandom;

/** One simulated reader. */
final class Reader {
  private static final double FOLLOW = 0.5;
  private static final double TASTE = 0.75;
  private static final double CROWD = 0.2;
  private static final double DRIFT = 0.03;
  private static final int PATIENCE = 20;

  private final int number;
  private final SplittableRandom random;
  private final Shelves shelves;
  private final int[] seenBy;
  private final int[] favourites;
  private long time;
  private int last = -1;

  /**
   * @param number from 1
   * @param seenBy by item, the last reader who saw it; shared by all readers, one after the other
   */
  Reader(int number, SplittableRandom random, Shelves shelves, int[] seenBy) {
    this.number = number;
    this.random = random;
    this.shelves = shelves;
    this.seenBy = seenBy;
    this.favourites = new int[1 + random.nextInt(3)];
    for (int i = 0; i < favourites.length; i++) {
      favourites[i] = shelves.favourite(random);
    }
  }

  /** Leaves up to so many events; fewer when nothing unseen turns up. Returns how many. */
  int read(int count, EventSink sink) {
    long start = Crowd.END - Crowd.SPAN + random.nextLong(Crowd.SPAN * 3 / 4);
    double pace = (double) (Crowd.END - start) / (count + 1);
    time = start;
    int left = count;
    while (left > 0) {
      int item = choose();
      if (item < 0) {
        return count - left;
      }
      boolean likes = likes(item);
      left -= act(item, likes, left, pace, sink);
      drift(item, likes);
      last = item;
    }
    return count;
  }

  private int choose() {
    int next = last < 0 ? -1 : shelves.next(last);
    if (next >= 0 && unseen(next) && random.nextDouble() < FOLLOW) {
      return take(next);
    }
    for (int tries = 0; tries < PATIENCE; tries++) {
      int item = draw();
      if (unseen(item)) {
        return take(item);
      }
    }
    return -1;
  }

  private int draw() {
    double whim = random.nextDouble();
    if (whim < TASTE) {
      return shelves.draw(favourites[random.nextInt(favourites.length)], random);
    }
    return whim < TASTE + CROWD ? shelves.draw(-1, random) : random.nextInt(shelves.size());
  }

  private boolean unseen(int item) {
    return seenBy[item] != number;
  }

  private int take(int item) {
    seenBy[item] = number;
    return item;
  }

  private boolean likes(int item) {
    for (int shelf : favourites) {
      if (shelf >= 0 && shelves.stands(item, shelf)) {
        return true;
      }
    }
    return false;
  }

  /** A view, and with some luck a cart and a purchase after it. Returns how many events. */
  private int act(int item, boolean likes, int left, double pace, EventSink sink) {
    int done = emit(item, "view", pace, sink);
    if (left > 1 && random.nextDouble() < (likes ? 0.4 : 0.1)) {
      done += emit(item, "cart", pace / 100, sink);
    }
    if (left > done && random.nextDouble() < (likes ? 0.3 : 0.05)) {
      done += emit(item, "purchase", pace / 100, sink);
    }
    return done;
  }

  private int emit(int item, String type, double pace, EventSink sink) {
    double gap = Math.min(-Math.log(1 - random.nextDouble()), 5) * pace;
    time = Math.min(time + Math.max(1000, (long) gap), Crowd.END - 1);
    sink.accept("reader" + number, shelves.id(item), type, 1, time);
    return 1;
  }

  /** Now and then a favourite gives way to something else that a liked item is. */
  private void drift(int item, boolean likes) {
    if (random.nextDouble() < DRIFT) {
      favourites[random.nextInt(favourites.length)] =
          likes ? shelves.shelfWith(item, random) : shelves.favourite(random);
    }
  }
}
