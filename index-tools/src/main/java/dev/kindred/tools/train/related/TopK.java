package dev.kindred.tools.train.related;

import java.util.Arrays;

/**
 * The items of the largest scores seen, the smaller ordinal first among equals, so that the outcome
 * does not depend on the order of arrival. Not thread-safe.
 */
final class TopK {
  private final long[] heap;
  private int size;

  /**
   * @param k how many to keep, at least 1
   */
  TopK(int k) {
    heap = new long[k];
  }

  void offer(int item, float score) {
    long key = ((long) sortable(score) << 32) | (~item & 0xFFFFFFFFL);
    if (size < heap.length) {
      heap[size++] = key;
      up(size - 1);
    } else if (key > heap[0]) {
      heap[0] = key;
      down();
    }
  }

  /** The items kept, best first; empties this. */
  int[] drain() {
    long[] keys = Arrays.copyOf(heap, size);
    Arrays.sort(keys);
    int[] items = new int[size];
    for (int i = 0; i < size; i++) {
      items[i] = ~(int) keys[size - 1 - i];
    }
    size = 0;
    return items;
  }

  /** Bits that compare as ints the way the floats compare. */
  private static int sortable(float score) {
    int bits = Float.floatToIntBits(score);
    return bits ^ ((bits >> 31) & 0x7FFFFFFF);
  }

  private void up(int at) {
    int i = at;
    while (i > 0 && heap[i] < heap[(i - 1) / 2]) {
      swap(i, (i - 1) / 2);
      i = (i - 1) / 2;
    }
  }

  private void down() {
    int i = 0;
    while (2 * i + 1 < size) {
      int child = 2 * i + 1;
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[i] <= heap[child]) {
        return;
      }
      swap(i, child);
      i = child;
    }
  }

  private void swap(int i, int j) {
    long key = heap[i];
    heap[i] = heap[j];
    heap[j] = key;
  }
}
