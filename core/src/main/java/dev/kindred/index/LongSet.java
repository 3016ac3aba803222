package dev.kindred.index;

import java.util.Arrays;

/** A set of hashes other than 0, without an object each. Not thread-safe. */
final class LongSet {
  private long[] slots = new long[8];
  private int size;

  /** Whether it was not there before. */
  boolean add(long hash) {
    if (2 * size >= slots.length) {
      grow();
    }
    int at = slot(slots, hash);
    if (slots[at] == hash) {
      return false;
    }
    slots[at] = hash;
    size++;
    return true;
  }

  private void grow() {
    long[] larger = new long[2 * slots.length];
    Arrays.stream(slots).filter(hash -> hash != 0).forEach(h -> larger[slot(larger, h)] = h);
    slots = larger;
  }

  /** Where the hash is, or where it would go. */
  private static int slot(long[] slots, long hash) {
    int at = (int) hash & slots.length - 1;
    while (slots[at] != 0 && slots[at] != hash) {
      at = at + 1 & slots.length - 1;
    }
    return at;
  }
}
