package dev.kindred.tools.train.deep;

import dev.kindred.data.Interactions;
import dev.kindred.model.deep.ItemSpace;
import java.util.Arrays;

/**
 * What each user liked, oldest first, as items of an {@link ItemSpace}: each item once, at its
 * latest time.
 *
 * @param items by user
 * @param times in milliseconds, at the same places
 */
record Histories(int[][] items, long[][] times) {

  static Histories of(Interactions interactions, ItemSpace space) {
    int users = interactions.users().size();
    int[] ordinals = new int[interactions.items().size()];
    Arrays.setAll(ordinals, i -> space.items().ordinal(interactions.items().id(i)));
    int[][] items = new int[users][];
    long[][] times = new long[users][];
    int[] lastSeen = new int[ordinals.length];
    for (int user = 0; user < users; user++) {
      int from = interactions.from(user);
      int to = interactions.to(user);
      int[] row = new int[to - from];
      long[] when = new long[to - from];
      int at = row.length;
      for (int p = to - 1; p >= from; p--) {
        int item = interactions.item(p);
        if (interactions.strength(p) > 0 && lastSeen[item] != user + 1) {
          lastSeen[item] = user + 1;
          row[--at] = ordinals[item];
          when[at] = interactions.time(p);
        }
      }
      items[user] = Arrays.copyOfRange(row, at, row.length);
      times[user] = Arrays.copyOfRange(when, at, row.length);
    }
    return new Histories(items, times);
  }

  /** The latest items alone, so many at most. */
  Histories latest(int length) {
    int[][] cut = new int[items.length][];
    long[][] when = new long[items.length][];
    for (int user = 0; user < items.length; user++) {
      int end = items[user].length;
      cut[user] = Arrays.copyOfRange(items[user], Math.max(0, end - length), end);
      when[user] = Arrays.copyOfRange(times[user], end - cut[user].length, end);
    }
    return new Histories(cut, when);
  }

  int users() {
    return items.length;
  }
}
