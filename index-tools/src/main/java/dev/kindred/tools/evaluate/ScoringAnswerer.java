package dev.kindred.tools.evaluate;

import dev.kindred.data.Event;
import dev.kindred.index.Schema;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Seen;
import dev.kindred.tools.evaluate.task.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;

/** Scores every item that may appear and keeps the best. */
final class ScoringAnswerer implements Answerer {
  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(Scored::score)
          .reversed()
          .thenComparingLong(Scored::tie)
          .thenComparing(Scored::item);

  private final List<String> items;
  private final Seen seen;
  private final ToDoubleBiFunction<Query, String> scorer;

  ScoringAnswerer(Task task, ToDoubleBiFunction<Query, String> scorer) {
    this.items = task.train().items().ids();
    this.seen = task.seen();
    this.scorer = scorer;
  }

  private record Scored(String item, double score, long tie) {}

  @Override
  public List<String> rank(Query query, int k) {
    boolean given = !query.candidates().isEmpty();
    Collection<String> candidates = given ? query.candidates() : items;
    Set<String> hidden =
        given || seen == Seen.KEPT
            ? Set.of()
            : query.history().stream().map(Event::itemId).collect(Collectors.toSet());
    PriorityQueue<Scored> best = new PriorityQueue<>(k + 1, BEST_FIRST.reversed());
    for (String item : candidates) {
      if (!hidden.contains(item)) {
        offer(best, k, item, scorer.applyAsDouble(query, item));
      }
    }
    List<Scored> ranked = new ArrayList<>(best);
    ranked.sort(BEST_FIRST);
    return ranked.stream().map(Scored::item).toList();
  }

  private static void offer(PriorityQueue<Scored> best, int k, String item, double score) {
    if (best.size() < k || score >= best.peek().score()) {
      best.add(new Scored(item, score, Schema.tie(item)));
      if (best.size() > k) {
        best.poll();
      }
    }
  }
}
