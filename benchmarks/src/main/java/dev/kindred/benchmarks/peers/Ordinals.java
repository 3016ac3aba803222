package dev.kindred.benchmarks.peers;

import dev.kindred.benchmarks.peers.child.Pairs;
import dev.kindred.data.Interactions;
import java.util.Arrays;
import java.util.Collection;

/** Collects pairs of ids as ordinals of the ratings. Not thread-safe. */
final class Ordinals {
  private final Interactions known;
  private int[] users = new int[1024];
  private int[] items = new int[1024];
  private int size;

  Ordinals(Interactions known) {
    this.known = known;
  }

  /**
   * @throws IllegalArgumentException for an id that the ratings do not know
   */
  void add(String user, Collection<String> itemIds) {
    int row = require(known.users().ordinal(user), "user", user);
    for (String item : itemIds) {
      if (size == users.length) {
        users = Arrays.copyOf(users, 2 * size);
        items = Arrays.copyOf(items, 2 * size);
      }
      users[size] = row;
      items[size++] = require(known.items().ordinal(item), "item", item);
    }
  }

  private static int require(int ordinal, String what, String id) {
    if (ordinal < 0) {
      throw new IllegalArgumentException("the ratings have no " + what + " " + id);
    }
    return ordinal;
  }

  Pairs pairs() {
    return new Pairs(Arrays.copyOf(users, size), Arrays.copyOf(items, size));
  }
}
