package dev.kindred.tools.evaluate;

import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** Whatever can rank items for a user. Implementations are thread-safe and deterministic. */
@FunctionalInterface
public interface Answerer {
  /**
   * At most k distinct item ids, best first: of the query's candidates when it has any, else
   * without the items of its history when seen items are filtered. Must not look at {@link
   * Query#relevant}.
   */
  List<String> rank(Query query, int k) throws IOException;

  /**
   * Ranks by a score, highest first. Items of equal score are ordered as the serving path orders
   * them: by a hash of the item's id, which knows nothing of what is relevant.
   *
   * @param scorer thread-safe; never NaN
   */
  static Answerer scoring(Task task, ToDoubleBiFunction<Query, String> scorer) {
    return new ScoringAnswerer(task, scorer);
  }
}
