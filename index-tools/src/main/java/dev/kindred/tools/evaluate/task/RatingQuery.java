package dev.kindred.tools.evaluate.task;

import dev.kindred.data.Event;
import java.time.Instant;
import java.util.List;

/**
 * What a user went on to rate, to be predicted from what was known by then. Immutable.
 *
 * @param userId the user
 * @param history what the user had done by then, oldest first; empty for an unseen user
 * @param now the clock of the question
 * @param given the ratings to predict, in the order of the test part; not empty
 */
public record RatingQuery(String userId, List<Event> history, Instant now, List<Given> given) {
  public RatingQuery {
    if (given.isEmpty()) {
      throw new IllegalArgumentException("user " + userId + " has no rating to predict");
    }
    given = List.copyOf(given);
  }

  /** The items that were rated. */
  public List<String> itemIds() {
    return given.stream().map(Given::itemId).toList();
  }

  /**
   * One rating.
   *
   * @param stars as many as the user gave
   */
  public record Given(String itemId, double stars) {}
}
