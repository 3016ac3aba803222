package dev.kindred.examples.bookshop;

import dev.kindred.data.Item;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** What simulated readers choose from, and how much each item appeals to each taste. Immutable. */
final class Shelf {
  private final List<Item> items;
  private final double[] fame;
  private final Map<Taste, double[]> appeals = new HashMap<>();

  Shelf(List<Item> items) {
    this.items = List.copyOf(items);
    this.fame = new double[items.size()];
    Arrays.setAll(fame, this::fame);
    for (Taste taste : Taste.ALL) {
      double[] appeal = new double[fame.length];
      Arrays.setAll(appeal, item -> taste.of(items.get(item)) * fame[item]);
      appeals.put(taste, appeal);
    }
  }

  /** How well known an item is: long-tailed, with the famous ones in front. */
  private double fame(int item) {
    int rank = new SplittableRandom(7L * item).nextInt(items.size());
    boolean famous = Taste.FAMOUS.contains(items.get(item).id());
    return 1 / Math.sqrt(famous ? 1 : 30.0 + rank);
  }

  String id(int item) {
    return items.get(item).id();
  }

  /** What everybody takes. */
  double[] fame() {
    return fame;
  }

  /** What somebody of this taste takes. */
  double[] appeal(Taste taste) {
    return appeals.get(taste);
  }

  /** The first item of the same series that is not taken; -1 when there is none. */
  int nextOfSeries(int last, Set<Integer> taken) {
    String series = items.get(last).text("series");
    for (int item = 0; item < items.size() && !series.isEmpty(); item++) {
      if (!taken.contains(item) && items.get(item).text("series").equals(series)) {
        return item;
      }
    }
    return -1;
  }

  /** Draws by appeal among what is not taken; by fame when nothing of that appeals. */
  int draw(double[] appeal, Set<Integer> taken, SplittableRandom random) {
    double[] sums = new double[appeal.length];
    double sum = 0;
    for (int item = 0; item < sums.length; item++) {
      sum += taken.contains(item) ? 0 : appeal[item];
      sums[item] = sum;
    }
    if (sum == 0) {
      return draw(fame, taken, random);
    }
    double target = random.nextDouble() * sum;
    int item = 0;
    while (sums[item] <= target) {
      item++;
    }
    return item;
  }
}
