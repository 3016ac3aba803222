package dev.kindred.opensearch.user;

import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;

/**
 * One user's document. Immutable.
 *
 * @param state history and attributes
 * @param taken ids of the events that were taken in last, oldest first
 */
record UserDoc(UserState state, SequencedSet<String> taken) {
  /** How many events are kept. */
  static final int HISTORY = 500;

  /** How many ids are remembered, so that an event that is sent again counts once. */
  static final int IDS = 1000;

  static UserDoc empty(String userId) {
    return new UserDoc(new UserState(userId, List.of(), Map.of()), new LinkedHashSet<>());
  }

  static UserDoc read(String userId, Map<String, Object> source) {
    List<Event> history = new ArrayList<>();
    for (Object entry : (List<?>) source.getOrDefault("history", List.of())) {
      Map<?, ?> event = (Map<?, ?>) entry;
      history.add(
          new Event(
              userId,
              String.valueOf(event.get("item")),
              String.valueOf(event.get("type")),
              ((Number) event.get("value")).floatValue(),
              Instant.ofEpochMilli(((Number) event.get("time")).longValue())));
    }
    Map<String, String> attributes = new TreeMap<>();
    ((Map<?, ?>) source.getOrDefault("attributes", Map.of()))
        .forEach((key, value) -> attributes.put(String.valueOf(key), String.valueOf(value)));
    SequencedSet<String> taken = new LinkedHashSet<>();
    ((List<?>) source.getOrDefault("taken", List.of())).forEach(id -> taken.add((String) id));
    return new UserDoc(new UserState(userId, history, attributes), taken);
  }

  Map<String, Object> source() {
    List<Map<String, Object>> history = new ArrayList<>();
    for (Event event : state.history()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("item", event.itemId());
      entry.put("type", event.type());
      entry.put("value", event.value());
      entry.put("time", event.time().toEpochMilli());
      history.add(entry);
    }
    return Map.of(
        "history", history, "attributes", state.attributes(), "taken", List.copyOf(taken));
  }

  /** This user after further events, in the order of their times; those taken before are left. */
  UserDoc with(List<NewEvent> events) {
    SequencedSet<String> ids = new LinkedHashSet<>(taken);
    List<Event> history = new ArrayList<>(state.history());
    for (NewEvent event : events) {
      if (event.id() == null || ids.add(event.id())) {
        history.add(event.event());
      }
    }
    history.sort(Comparator.comparing(Event::time));
    while (ids.size() > IDS) {
      ids.removeFirst();
    }
    List<Event> newest = history.subList(Math.max(0, history.size() - HISTORY), history.size());
    return new UserDoc(new UserState(state.id(), newest, state.attributes()), ids);
  }
}
