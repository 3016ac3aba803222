package dev.kindred.tools.tune.weights;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The numbers from 0 in an order drawn at random (Fisher and Yates). */
final class Shuffled {
  private Shuffled() {}

  static int[] of(int size, SplittableRandom random) {
    int[] order = IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }
}
