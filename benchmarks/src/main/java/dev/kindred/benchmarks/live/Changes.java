package dev.kindred.benchmarks.live;

import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.data.bandit.Reward;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What becomes of the items of a shop, numbered from 1: change number n is always the same, and an
 * event of it has the same id.
 *
 * @param items their ids
 */
record Changes(List<String> items) {
  /** How many events a change has. */
  static final int EVENTS = 5;

  /** Every so many changes the first {@value #SOLD} items get a new price together. */
  static final int PRICED = 3;

  static final int SOLD = 8;

  /** Every so many changes a bandit is told of the first {@value #SHOWN} items. */
  static final int REWARDED = 2;

  static final int SHOWN = 3;

  /** Every so many changes all is to be seen at once. */
  static final int SEEN = 11;

  private static final int A_USER = 60;
  private static final int DEAR = 1_000_000;

  static String user(long number) {
    return "visitor" + number / A_USER;
  }

  List<Arrival> events(long number, Instant now) {
    List<Arrival> events = new ArrayList<>(EVENTS);
    for (int i = 0; i < EVENTS; i++) {
      String item = items.get((int) ((number * EVENTS + i) % items.size()));
      Event event = new Event(user(number), item, Event.VIEW, 1, now.minusSeconds(i));
      events.add(new Arrival(event, "change" + number + "." + i, null));
    }
    return events;
  }

  Map<String, Map<String, Double>> prices(long number) {
    Map<String, Map<String, Double>> prices = new TreeMap<>();
    items.subList(0, SOLD).forEach(item -> prices.put(item, Map.of("price", price(number))));
    return prices;
  }

  static String answer(long number) {
    return "answer" + number;
  }

  List<Reward> rewards(long number) {
    return items.subList(0, SHOWN).stream()
        .map(item -> new Reward(answer(number), item, number % 3 == 0 ? 1 : 0))
        .toList();
  }

  /** How many rewards the changes up to that one bring. */
  static long rewardsUpTo(long number) {
    return number / REWARDED * SHOWN;
  }

  /** Dearer than anything in the catalogue. */
  static double price(long number) {
    return DEAR + number;
  }

  /** The number of the last change up to that one that set prices; 0 when none did. */
  static long lastPriced(long number) {
    return number - number % PRICED;
  }
}
