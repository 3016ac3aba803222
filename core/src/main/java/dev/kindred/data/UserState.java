package dev.kindred.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is known of one user when a request is resolved. Immutable.
 *
 * @param id the user's id; null for a visitor nobody knows
 * @param history events, oldest first, bounded by the store
 * @param attributes declared facts such as {@code country}; never null
 * @param counts how many events there ever were by type, those included that the history lost;
 *     empty when the store does not count
 */
public record UserState(
    String id, List<Event> history, Map<String, String> attributes, Map<String, Long> counts) {
  /** A visitor of whom nothing is known. */
  public static final UserState UNKNOWN = new UserState(null, List.of(), Map.of());

  public UserState {
    history = List.copyOf(history);
    attributes = Map.copyOf(attributes);
    counts = Map.copyOf(counts);
  }

  /** A user whose events were not counted. */
  public UserState(String id, List<Event> history, Map<String, String> attributes) {
    this(id, history, attributes, Map.of());
  }

  /** This user with the events of the running session after the stored ones. */
  public UserState then(List<Event> session) {
    if (session.isEmpty()) {
      return this;
    }
    List<Event> all = new ArrayList<>(history);
    all.addAll(session);
    return new UserState(id, all, attributes, counts);
  }
}
