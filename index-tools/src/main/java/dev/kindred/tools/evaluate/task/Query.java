package dev.kindred.tools.evaluate.task;

import dev.kindred.data.Event;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One question with its answer: what was known of a user, and what the user then chose. Immutable.
 *
 * @param userId the user
 * @param history what the user had done by then, oldest first; empty for an unseen user
 * @param now the clock of the question
 * @param relevant the items chosen afterwards; not empty
 * @param candidates when not empty, only these are ranked, whether seen or not; holds the relevant
 */
public record Query(
    String userId,
    List<Event> history,
    Instant now,
    Set<String> relevant,
    List<String> candidates) {
  public Query {
    if (relevant.isEmpty()) {
      throw new IllegalArgumentException(
          "user " + userId + " has no relevant item to be asked for");
    }
    if (!candidates.isEmpty() && !candidates.containsAll(relevant)) {
      throw new IllegalArgumentException(
          "user " + userId + ": a relevant item is not among the candidates");
    }
    relevant = Set.copyOf(relevant);
  }

  /**
   * The same question about other candidates.
   *
   * @param others hold the relevant ones; empty for every item
   */
  public Query among(List<String> others) {
    return new Query(userId, history, now, relevant, others);
  }
}
