package dev.kindred.tools.read;

import dev.kindred.data.Event;
import dev.kindred.data.UserStore;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Events that can be read from their start, any number of times unless they come from a stream.
 * Nothing but the record at hand is held in memory. Not thread-safe.
 */
public interface EventSource {
  /**
   * Gives every event to the sink, in the order of the source.
   *
   * @throws InputException when the input cannot be used or has more bad lines than are allowed
   */
  ReadReport read(EventSink sink);

  /**
   * As {@link #read}, with what live events bring along: an id of their own and the id of the
   * answer they follow. An event without a time is of {@link Instant#EPOCH}.
   */
  default ReadReport arrivals(Consumer<UserStore.Arrival> consumer) {
    return forEach(event -> consumer.accept(new UserStore.Arrival(event, null, null)));
  }

  /** As {@link #read}, with an object for every event. */
  default ReadReport forEach(Consumer<Event> consumer) {
    return read(
        (user, item, type, value, time) ->
            consumer.accept(new Event(user, item, type, value, Instant.ofEpochMilli(time))));
  }
}
