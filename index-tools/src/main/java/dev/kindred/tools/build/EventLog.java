package dev.kindred.tools.build;

import dev.kindred.data.Event;
import dev.kindred.data.IdMap;
import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.data.UserState;
import dev.kindred.tools.read.config.EventRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All events of a build in memory, 24 bytes each: from here come the matrix that trainers read and
 * the histories that requests are answered from. Filled by one thread, then read by any.
 */
final class EventLog {
  private final IdMap.Builder userIds = new IdMap.Builder();
  private final IdMap.Builder itemIds = new IdMap.Builder();
  private final IdMap.Builder typeIds = new IdMap.Builder();
  private int[] userOf = new int[1024];
  private int[] itemOf = new int[1024];
  private int[] typeOf = new int[1024];
  private float[] values = new float[1024];
  private long[] times = new long[1024];
  private int size;
  private IdMap users;
  private IdMap items;
  private IdMap types;
  private int[] starts;
  private int[] byUser;

  void add(String user, String item, String type, float value, long time) {
    if (size == userOf.length) {
      grow(Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, size + (size >> 1) + 1L)));
    }
    userOf[size] = userIds.add(user);
    itemOf[size] = itemIds.add(item);
    typeOf[size] = typeIds.add(type);
    values[size] = value;
    times[size] = time;
    size++;
  }

  private void grow(int capacity) {
    userOf = Arrays.copyOf(userOf, capacity);
    itemOf = Arrays.copyOf(itemOf, capacity);
    typeOf = Arrays.copyOf(typeOf, capacity);
    values = Arrays.copyOf(values, capacity);
    times = Arrays.copyOf(times, capacity);
  }

  /** Must come between the last {@link #add} and the first question. */
  void finish() {
    users = userIds.build();
    items = itemIds.build();
    types = typeIds.build();
    starts = new int[users.size() + 1];
    for (int i = 0; i < size; i++) {
      starts[userOf[i] + 1]++;
    }
    for (int user = 0; user < users.size(); user++) {
      starts[user + 1] += starts[user];
    }
    int[] next = starts.clone();
    byUser = new int[size];
    for (int i = 0; i < size; i++) {
      byUser[next[userOf[i]]++] = i;
    }
  }

  int size() {
    return size;
  }

  IdMap users() {
    return users;
  }

  IdMap items() {
    return items;
  }

  /** The types of events there are. */
  Set<String> types() {
    return Set.copyOf(types.ids());
  }

  /** Whether every event is a star rating. */
  boolean explicit() {
    return types.size() == 1 && types.id(0).equals(Event.RATING);
  }

  /** The newest time of all events; the epoch when there are none. */
  Instant newest() {
    return Instant.ofEpochMilli(IntStream.range(0, size).mapToLong(i -> times[i]).max().orElse(0));
  }

  /**
   * The matrix for trainers. Ratings stay as they are and the newest stands; any other mix of
   * events counts by its strength, repeated ones together, and an event of strength 0 not at all;
   * unless the rules say otherwise.
   */
  Interactions interactions(EventRules rules) {
    boolean explicit = explicit();
    Repeats custom = explicit ? Repeats.LAST : Repeats.SUM;
    var matrix = new InteractionsBuilder(explicit, rules.repeat().orElse(custom));
    for (int i = 0; i < size; i++) {
      String type = types.id(typeOf[i]);
      float value = explicit ? values[i] : (float) rules.weights().strength(type, values[i]);
      if (explicit || value != 0) {
        matrix.add(users.id(userOf[i]), items.id(itemOf[i]), value, times[i]);
      }
    }
    return matrix.build();
  }

  /** The user's newest events, oldest first; events of equal time in order of arrival. */
  UserState user(int ordinal, int most) {
    String id = users.id(ordinal);
    List<Event> history = new ArrayList<>(starts[ordinal + 1] - starts[ordinal]);
    for (int p = starts[ordinal]; p < starts[ordinal + 1]; p++) {
      int i = byUser[p];
      Instant time = Instant.ofEpochMilli(times[i]);
      history.add(new Event(id, items.id(itemOf[i]), types.id(typeOf[i]), values[i], time));
    }
    history.sort(java.util.Comparator.comparing(Event::time));
    int skip = Math.max(0, history.size() - most);
    return new UserState(id, history.subList(skip, history.size()), Map.of());
  }

  /**
   * Every user with what is declared of them, in order of first appearance, then those of whom
   * nothing else is known.
   *
   * @param facts by user id
   */
  Iterator<UserState> histories(int most, Map<String, Map<String, String>> facts) {
    Stream<UserState> active =
        IntStream.range(0, users.size())
            .mapToObj(user -> user(user, most))
            .map(
                user ->
                    new UserState(
                        user.id(), user.history(), facts.getOrDefault(user.id(), Map.of())));
    Stream<UserState> silent =
        facts.keySet().stream()
            .filter(id -> users.ordinal(id) < 0)
            .map(id -> new UserState(id, List.of(), facts.get(id)));
    return Stream.concat(active, silent).iterator();
  }

  /** Calls back with item ordinal and time of every event, in order of arrival. */
  void forEach(Visit visit) {
    for (int i = 0; i < size; i++) {
      visit.event(itemOf[i], times[i]);
    }
  }

  /** Takes one event. */
  interface Visit {
    void event(int item, long time);
  }
}
