package dev.kindred.tools.evaluate;

import dev.kindred.data.Event;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Seen;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses an answer that a metric could not be trusted on. */
final class Rules {
  private final String model;
  private final Seen seen;
  private final int k;

  Rules(String model, Seen seen, int k) {
    this.model = model;
    this.seen = seen;
    this.k = k;
  }

  /**
   * @throws IllegalStateException saying which model broke which rule for which user
   */
  List<String> check(Query query, List<String> answer) {
    if (answer.size() > k) {
      throw broken(query, answer.size() + " items, when asked for " + k);
    }
    Set<String> distinct = new HashSet<>();
    for (String item : answer) {
      if (!distinct.add(item)) {
        throw broken(query, "item " + item + " twice");
      }
    }
    if (!query.candidates().isEmpty()) {
      distinct.removeAll(new HashSet<>(query.candidates()));
      if (!distinct.isEmpty()) {
        throw broken(query, "items that are not candidates: " + distinct);
      }
    } else if (seen == Seen.FILTERED) {
      for (Event event : query.history()) {
        if (distinct.contains(event.itemId())) {
          throw broken(query, "item " + event.itemId() + ", which the user has seen");
        }
      }
    }
    return List.copyOf(answer);
  }

  private IllegalStateException broken(Query query, String what) {
    return new IllegalStateException(
        "model " + model + " answered user " + query.userId() + " with " + what);
  }
}
