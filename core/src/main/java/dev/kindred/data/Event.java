package dev.kindred.data;

import java.time.Instant;
import java.util.Objects;

/**
 * Something a user did with an item. Immutable.
 *
 * @param userId the application's user id, not empty
 * @param itemId the item acted on, not empty; it need not be in the catalogue
 * @param type what happened, such as {@code rating}, {@code view} or {@code purchase}
 * @param value a rating, an amount, or 1 when the event is only that it happened; finite, and
 *     negative for a dislike
 * @param time when it happened; {@link Instant#EPOCH} when the source gives an order but no time
 */
public record Event(String userId, String itemId, String type, float value, Instant time) {
  /** The type of a star rating. */
  public static final String RATING = "rating";

  /** The type of a plain interaction, where the source does not say more. */
  public static final String VIEW = "view";

  public Event {
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(itemId, "itemId");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(time, "time");
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("event value must be finite, was " + value);
    }
  }
}
