package dev.kindred.tools.evaluate.task;

import dev.kindred.data.Interactions;
import java.util.List;

/**
 * Everything an evaluation needs. Immutable.
 *
 * @param name of the split or of the published data, such as {@code time:0.9}
 * @param leaks what the training data gives away that a live recommender would not know
 * @param seen whether seen items may be recommended
 * @param train what may be learned from; its item map holds every item that can be recommended
 * @param queries in a fixed order; not empty
 * @param ratings held-out ratings, by user in a fixed order; empty for plain feedback. None is left
 *     out, not even of an unseen user or item, or of an item rated again
 * @param counts what became of the events
 */
public record Task(
    String name,
    String leaks,
    Seen seen,
    Interactions train,
    List<Query> queries,
    List<RatingQuery> ratings,
    Counts counts) {
  public Task {
    queries = List.copyOf(queries);
    ratings = List.copyOf(ratings);
    if (queries.isEmpty()) {
      throw new IllegalArgumentException(
          name + " leaves nothing to ask for; of the test events: " + counts.notes());
    }
  }

  /**
   * Tasks made of the training data alone, for whoever has to choose: parameters are chosen on
   * these, and the queries of this task are asked once, at the end.
   */
  public List<Task> carveOut(Split split) {
    return split.tasks(train, seen);
  }

  /** The same with other queries, and no ratings. */
  public Task asking(List<Query> others) {
    return new Task(name, leaks, seen, train, others, List.of(), counts);
  }

  /** True when queries come with candidates, so that metrics are those of a sample. */
  public boolean sampled() {
    return queries.stream().anyMatch(query -> !query.candidates().isEmpty());
  }
}
