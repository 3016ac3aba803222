package dev.kindred.tools.tune;

import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A moment in which somebody might ask: a user just before their last event. Immutable.
 *
 * @param history the events before it, oldest first; may be empty
 * @param itemId the item of the last event: what the user turned to next
 * @param title the item's name as one might type it; empty when it has none
 * @param now the moment
 */
public record Sample(List<Event> history, String itemId, String title, Instant now) {
  public Sample {
    history = List.copyOf(history);
    Objects.requireNonNull(itemId, "itemId");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(now, "now");
  }

  /**
   * The user's last event left out, and the events before it moved in time so that it would happen
   * at {@code now}: histories are as old as live ones will be, and demand is what it will be.
   *
   * @param user with at least one event
   */
  public static Sample of(UserState user, String title, Instant now) {
    Event last = user.history().getLast();
    Duration later = Duration.between(last.time(), now);
    List<Event> before =
        user.history().subList(0, user.history().size() - 1).stream()
            .map(event -> moved(event, later))
            .toList();
    return new Sample(before, last.itemId(), title, now);
  }

  private static Event moved(Event event, Duration later) {
    boolean timeless = event.time().equals(Instant.EPOCH);
    Instant time = timeless ? Instant.EPOCH : event.time().plus(later);
    return new Event(event.userId(), event.itemId(), event.type(), event.value(), time);
  }
}
