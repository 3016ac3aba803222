package dev.kindred.arrange;

import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Keeps one brand, category or author from filling the page: of each run of {@code within}
 * positions at most {@code most} go to items of the same value. What is too much waits for the next
 * run; where nothing else is left it is shown all the same. Items without the field are not bound.
 *
 * @param field whose values are counted
 * @param most at least 1
 * @param within length of a run, best the page's size; 10 when absent
 * @param pool how many of the best items to choose from; 100 when absent
 */
record Caps(String field, int most, int within, int pool) implements Arranger {
  public Caps {
    Objects.requireNonNull(field, "field");
    within = within == 0 ? 10 : within;
    pool = pool == 0 ? 100 : pool;
    if (most < 1 || within < 1 || pool < 1) {
      throw new IllegalArgumentException(
          "most, within and pool must be at least 1, were " + List.of(most, within, pool));
    }
  }

  @Override
  public int pool(Request request) {
    return pool;
  }

  @Override
  public List<Scored> arrange(List<Scored> ranked, ResolvedRequest request) {
    List<Scored> waiting = new ArrayList<>(ranked);
    List<Scored> arranged = new ArrayList<>(ranked.size());
    Map<String, Integer> counts = new HashMap<>();
    while (!waiting.isEmpty()) {
      if (arranged.size() % within == 0) {
        counts.clear();
      }
      Scored next = waiting.remove(first(waiting, counts));
      ItemFields.values(next, field).forEach(value -> counts.merge(value, 1, Integer::sum));
      arranged.add(next);
    }
    return arranged;
  }

  /** The best item that is not too much; the best of all when each is. */
  private int first(List<Scored> waiting, Map<String, Integer> counts) {
    for (int i = 0; i < waiting.size(); i++) {
      List<String> values = ItemFields.values(waiting.get(i), field);
      if (values.stream().allMatch(value -> counts.getOrDefault(value, 0) < most)) {
        return i;
      }
    }
    return 0;
  }
}
