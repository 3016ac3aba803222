package dev.kindred.tools.evaluate.task;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Random order without replacement: Fisher and Yates. */
final class Shuffle {
  private Shuffle() {}

  /** The first {@code count} of a random order of {@code 0..size-1}. */
  static int[] first(int size, int count, SplittableRandom random) {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i, size);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    return Arrays.copyOf(order, count);
  }
}
