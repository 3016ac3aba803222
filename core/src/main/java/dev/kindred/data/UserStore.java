package dev.kindred.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/** Remembers what users did. Implementations are thread-safe. */
public interface UserStore extends Closeable {
  /**
   * An event as it arrives. Immutable.
   *
   * @param id the event's own id, by which its repetitions are known; null when it has none
   * @param requestId names the answer that the event follows; null when it follows none
   */
  record Arrival(Event event, String id, String requestId) {
    public Arrival {
      Objects.requireNonNull(event, "event");
    }
  }

  /**
   * What became of events that arrived together.
   *
   * @param stored events that were new
   * @param repeated events whose id was known: they were stored before and are not stored again
   */
  record Receipt(int stored, int repeated) {
    /** How many events are on the disk now, however often they arrived. */
    public int acknowledged() {
      return stored + repeated;
    }
  }

  /** The user's state, or empty when nothing was ever stored under this id. */
  Optional<UserState> find(String userId) throws IOException;

  /** The ids of all users, in ascending order. */
  SortedSet<String> ids() throws IOException;

  /**
   * Stores the events; when this returns they survive a crash, and whoever asks sees them. Any
   * order, any mix of users.
   */
  Receipt receive(List<Arrival> events) throws IOException;

  /** Stores events without ids. */
  default void append(List<Event> events) throws IOException {
    receive(events.stream().map(event -> new Arrival(event, null, null)).toList());
  }

  /**
   * Declares facts about a user, beside those known.
   *
   * @param attributes new values; an empty one takes the attribute away
   */
  void describe(String userId, Map<String, String> attributes) throws IOException;

  /** Erases the user. Returns how many events were erased; 0 when the user was unknown. */
  int forget(String userId) throws IOException;
}
