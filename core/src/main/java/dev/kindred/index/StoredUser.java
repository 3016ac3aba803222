package dev.kindred.index;

import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import dev.kindred.index.log.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A user as the index holds them.
 *
 * @param state what requests see
 * @param ids hashes of the ids of the events that arrived last, oldest first
 */
record StoredUser(UserState state, long[] ids) {
  /** How many ids of a user's events are remembered. */
  static final int REMEMBERED = 1000;

  static StoredUser unknown(String userId) {
    return new StoredUser(new UserState(userId, List.of(), Map.of()), new long[0]);
  }

  /** With what became known later; the newest {@link LuceneUserStore#HISTORY} events stay. */
  StoredUser then(List<Entry> entries) {
    if (entries.isEmpty()) {
      return this;
    }
    List<Event> history = new ArrayList<>(state.history());
    Map<String, String> attributes = new HashMap<>(state.attributes());
    Map<String, Long> counts = new HashMap<>(state.counts());
    long[] known = Arrays.copyOf(ids, ids.length + entries.size());
    int size = ids.length;
    for (Entry entry : entries) {
      switch (entry) {
        case Entry.Happened happened -> {
          history.add(happened.event());
          counts.merge(happened.event().type(), 1L, Long::sum);
          known[size] = happened.id();
          size += happened.id() == 0 ? 0 : 1;
        }
        case Entry.Described described -> described.attributes().forEach(attributes::put);
      }
    }
    attributes.values().removeIf(String::isEmpty);
    return new StoredUser(
        new UserState(state.id(), newest(history), attributes, counts),
        Arrays.copyOfRange(known, Math.max(0, size - REMEMBERED), size));
  }

  /** The newest events, oldest first; events of equal time in order of arrival. */
  static List<Event> newest(List<Event> events) {
    List<Event> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparing(Event::time));
    int skip = Math.max(0, sorted.size() - LuceneUserStore.HISTORY);
    return sorted.subList(skip, sorted.size());
  }
}
