package dev.kindred.benchmarks.live;

import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of one worker, numbered: number n is always the same event with the same id.
 *
 * @param worker from 0
 */
record Clicks(int worker) {
  /** How many events in a row are of one user; fewer than a user's history holds. */
  static final int A_USER = 100;

  String user(long number) {
    return "worker" + worker + "." + number / A_USER;
  }

  static String item(long number) {
    return "item" + number;
  }

  List<Arrival> batch(long from, int size) {
    List<Arrival> batch = new ArrayList<>(size);
    for (long n = from; n < from + size; n++) {
      Event event = new Event(user(n), item(n), Event.VIEW, 1, Instant.ofEpochSecond(n));
      batch.add(new Arrival(event, "event" + n, null));
    }
    return batch;
  }
}
