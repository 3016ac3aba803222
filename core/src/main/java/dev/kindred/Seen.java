package dev.kindred;

import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import dev.kindred.request.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How long items of the history stay out of answers, by the type of event: what was bought for a
 * year, what was looked at for a day. Immutable.
 *
 * @param within a duration by event type, zero for not at all; {@value #OTHERS} for types that are
 *     not named; without it those stay out for ever
 */
public record Seen(Map<String, Duration> within) {
  /** The key of all event types that are not named. */
  public static final String OTHERS = "*";

  /** Everything of the history stays out for ever. */
  public static final Seen FOREVER = new Seen(Map.of());

  /**
   * @throws IllegalArgumentException for a negative duration
   */
  public Seen {
    within = java.util.Collections.unmodifiableMap(new TreeMap<>(within));
    within.forEach(
        (type, duration) -> {
          if (duration.isNegative()) {
            throw new IllegalArgumentException(
                "seen." + type + " must not be negative, was " + duration);
          }
        });
  }

  /** Items that are not news: the seeds always, the history unless it was asked for. */
  public Set<String> hidden(Request request, UserState user) {
    Set<String> hidden = new LinkedHashSet<>(request.like());
    hidden.addAll(request.unlike());
    if (!request.includeSeen()) {
      for (Event event : user.history()) {
        if (hides(event, request.now())) {
          hidden.add(event.itemId());
        }
      }
    }
    return hidden;
  }

  private boolean hides(Event event, Instant now) {
    Duration duration = within.getOrDefault(event.type(), within.get(OTHERS));
    return duration == null || (!duration.isZero() && !event.time().isBefore(now.minus(duration)));
  }
}
