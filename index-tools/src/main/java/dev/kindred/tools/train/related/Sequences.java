package dev.kindred.tools.train.related;

import dev.kindred.data.Interactions;
import dev.kindred.tools.train.matrix.Ageing;
import java.time.Duration;
import java.util.Arrays;

/**
 * What every user liked in its order, and where each item stands in these sequences. Immutable by
 * agreement.
 *
 * @param events the items of all users, user after user, oldest first
 * @param weights of the events, by age
 * @param begins for each event where its user's sequence begins
 * @param ends for each event where it ends, exclusively
 * @param starts {@code places[starts[i]]} to before {@code places[starts[i + 1]]} are the events of
 *     item i, ascending
 */
record Sequences(
    int[] events, double[] weights, int[] begins, int[] ends, int[] starts, int[] places) {

  static Sequences of(Interactions data, Duration halfLife) {
    Ageing ageing = Ageing.of(data, halfLife);
    int[] events = new int[data.size()];
    double[] weights = new double[data.size()];
    int[] begins = new int[data.size()];
    int[] ends = new int[data.size()];
    int size = 0;
    for (int user = 0; user < data.users().size(); user++) {
      int begin = size;
      for (int p = data.from(user); p < data.to(user); p++) {
        if (data.strength(p) > 0) {
          events[size] = data.item(p);
          weights[size] = ageing.weight(p);
          begins[size++] = begin;
        }
      }
      Arrays.fill(ends, begin, size, size);
    }
    int[] liked = Arrays.copyOf(events, size);
    int[] starts = starts(liked, data.items().size());
    return new Sequences(liked, weights, begins, ends, starts, places(liked, starts));
  }

  private static int[] starts(int[] events, int items) {
    int[] starts = new int[items + 1];
    for (int item : events) {
      starts[item + 1]++;
    }
    for (int item = 0; item < items; item++) {
      starts[item + 1] += starts[item];
    }
    return starts;
  }

  private static int[] places(int[] events, int[] starts) {
    int[] next = starts.clone();
    int[] places = new int[events.length];
    for (int at = 0; at < events.length; at++) {
      places[next[events[at]]++] = at;
    }
    return places;
  }

  /** How many items there are. */
  int items() {
    return starts.length - 1;
  }
}
