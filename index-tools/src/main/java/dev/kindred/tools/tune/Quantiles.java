package dev.kindred.tools.tune;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.DoublePredicate;

/** Numbers in ascending order, asked for their quantiles. Immutable. */
final class Quantiles {
  private final double[] sorted;

  private Quantiles(double[] sorted) {
    this.sorted = sorted;
  }

  static Quantiles of(Collection<double[]> groups) {
    return of(groups, value -> true);
  }

  static Quantiles of(Collection<double[]> groups, DoublePredicate wanted) {
    double[] all = groups.stream().flatMapToDouble(Arrays::stream).filter(wanted).toArray();
    Arrays.sort(all);
    return new Quantiles(all);
  }

  boolean isEmpty() {
    return sorted.length == 0;
  }

  int size() {
    return sorted.length;
  }

  /** Interpolated between neighbours; {@code 0 <= share <= 1}, and there must be numbers. */
  double at(double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  double median() {
    return at(0.5);
  }
}
