package dev.kindred.tools.build;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Takes a few out of many, the same ones for the same seed. */
final class Draw {
  private Draw() {}

  /** At most {@code most} different numbers below {@code bound}. */
  static List<Integer> distinct(int bound, int most, Random random) {
    if (bound <= most) {
      return IntStream.range(0, bound).boxed().toList();
    }
    Set<Integer> drawn = new LinkedHashSet<>();
    while (drawn.size() < most) {
      drawn.add(random.nextInt(bound));
    }
    return List.copyOf(drawn);
  }

  /** At most {@code most} of the elements, evenly spread. */
  static <T> List<T> spread(Iterable<T> elements, int size, int most) {
    List<T> drawn = new ArrayList<>();
    int index = 0;
    for (T element : elements) {
      if (size <= most || (long) index * most / size == drawn.size()) {
        drawn.add(element);
      }
      index++;
    }
    return drawn;
  }
}
