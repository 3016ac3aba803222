package dev.kindred.index.log;

import dev.kindred.data.Event;
import java.util.Map;

/** One thing that became known of a user. Immutable. */
public sealed interface Entry {
  /** Whom it is about. */
  String user();

  /**
   * Something the user did.
   *
   * @param id a hash of the event's own id; 0 when it has none
   */
  record Happened(Event event, long id) implements Entry {
    @Override
    public String user() {
      return event.userId();
    }
  }

  /**
   * Facts about the user.
   *
   * @param attributes new values; an empty one takes the attribute away
   */
  record Described(String user, Map<String, String> attributes) implements Entry {
    public Described {
      attributes = Map.copyOf(attributes);
    }
  }
}
