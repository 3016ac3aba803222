package dev.kindred.tools.evaluate;

import dev.kindred.data.Event;
import dev.kindred.index.Schema;
import dev.kindred.tools.evaluate.metric.CatalogueStats;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Task;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The most popular items of the training data, without what the user has seen. Ties are ordered as
 * the serving path orders them.
 */
final class PopularityAnswerer implements Answerer {
  private final Comparator<String> order;
  private final List<String> items;

  PopularityAnswerer(Task task) {
    CatalogueStats stats = CatalogueStats.of(task.train());
    order =
        Comparator.<String>comparingInt(item -> -stats.popularity(item))
            .thenComparingLong(Schema::tie);
    items = stats.items().ids().stream().sorted(order).toList();
  }

  @Override
  public List<String> rank(Query query, int k) {
    if (!query.candidates().isEmpty()) {
      return query.candidates().stream().sorted(order).limit(k).toList();
    }
    Set<String> seen = query.history().stream().map(Event::itemId).collect(Collectors.toSet());
    return items.stream().filter(item -> !seen.contains(item)).limit(k).toList();
  }
}
