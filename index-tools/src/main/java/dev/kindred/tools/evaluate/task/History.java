package dev.kindred.tools.evaluate.task;

import dev.kindred.data.Event;
import dev.kindred.data.Interactions;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** A part of one user's row as events, made when they are read. Immutable. */
final class History extends AbstractList<Event> implements RandomAccess {
  private final Interactions log;
  private final int user;
  private final int from;
  private final int size;

  private History(Interactions log, int user, int from, int size) {
    this.log = log;
    this.user = user;
    this.from = from;
    this.size = size;
  }

  /** The user's first events; all when {@code count} is the row's length. */
  static List<Event> first(Interactions log, int user, int count) {
    return count == 0 ? List.of() : new History(log, user, log.from(user), count);
  }

  /** All events of the user. */
  static List<Event> of(Interactions log, int user) {
    return first(log, user, log.to(user) - log.from(user));
  }

  @Override
  public Event get(int index) {
    int position = from + Objects.checkIndex(index, size);
    return log.event(user, position);
  }

  @Override
  public int size() {
    return size;
  }
}
