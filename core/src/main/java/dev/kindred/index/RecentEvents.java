package dev.kindred.index;

import dev.kindred.index.log.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one log file holds, by user. Written by one thread at a time, read by any; ids are for the
 * writing thread.
 */
final class RecentEvents {
  private final long number;
  private final Map<String, OfUser> users = new ConcurrentHashMap<>();
  private int size;
  private int events;

  private static final class OfUser {
    private final List<Entry> entries = new ArrayList<>(2);
    private LongSet ids;
  }

  /**
   * @param number of the log file
   */
  RecentEvents(long number) {
    this.number = number;
  }

  long number() {
    return number;
  }

  /** How many entries there are. */
  int size() {
    return size;
  }

  /** How many of them are events. */
  int events() {
    return events;
  }

  Set<String> users() {
    return users.keySet();
  }

  private OfUser user(String id) {
    return users.computeIfAbsent(id, any -> new OfUser());
  }

  void add(List<Entry> entries) {
    for (Entry entry : entries) {
      OfUser user = user(entry.user());
      synchronized (user) {
        user.entries.add(entry);
      }
      events += entry instanceof Entry.Happened ? 1 : 0;
    }
    size += entries.size();
  }

  /** What the file says of the user, in order of arrival. */
  List<Entry> of(String userId) {
    OfUser user = users.get(userId);
    if (user == null) {
      return List.of();
    }
    synchronized (user) {
      return List.copyOf(user.entries);
    }
  }

  /** Fills in the ids of a user's earlier events. */
  interface Earlier {
    void addTo(LongSet ids) throws IOException;
  }

  /** Remembers the id of a user's event; false when it was known. */
  boolean isNew(String userId, long id, Earlier earlier) throws IOException {
    OfUser user = user(userId);
    if (user.ids == null) {
      LongSet known = new LongSet();
      earlier.addTo(known);
      user.ids = known;
    }
    return user.ids.add(id);
  }
}
