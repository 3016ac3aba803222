package dev.kindred.data;

import java.time.Instant;

/**
 * An immutable user-by-item log in compressed rows: the positions {@code from(user)} (inclusive) to
 * {@code to(user)} (exclusive) hold one user's events, oldest first; events of equal time keep the
 * order of their source. Takes 16 bytes an event. Thread-safe.
 */
public final class Interactions {
  private final IdMap users;
  private final IdMap items;
  private final int[] rows;
  private final int[] columns;
  private final float[] values;
  private final long[] times;
  private final boolean explicit;

  /** Takes ownership of the arrays; {@code rows} has one more entry than there are users. */
  Interactions(
      IdMap users,
      IdMap items,
      int[] rows,
      int[] columns,
      float[] values,
      long[] times,
      boolean explicit) {
    this.users = users;
    this.items = items;
    this.rows = rows;
    this.columns = columns;
    this.values = values;
    this.times = times;
    this.explicit = explicit;
  }

  public IdMap users() {
    return users;
  }

  public IdMap items() {
    return items;
  }

  /** How many events there are. */
  public int size() {
    return columns.length;
  }

  /** True when values are ratings on a scale, false when they are strengths of plain feedback. */
  public boolean explicit() {
    return explicit;
  }

  /** The first position of the user's row. */
  public int from(int user) {
    return rows[user];
  }

  /** One past the last position of the user's row. */
  public int to(int user) {
    return rows[user + 1];
  }

  /** The item's ordinal at a position. */
  public int item(int position) {
    return columns[position];
  }

  /** The rating, or the strength of the feedback, at a position. */
  public float value(int position) {
    return values[position];
  }

  /** The value as implicit feedback: 1 for a rating whatever its stars, else the value itself. */
  public float strength(int position) {
    return explicit ? 1 : values[position];
  }

  /**
   * What happened at a position of the user's row: a rating, or feedback of no type in particular,
   * for which a view stands.
   */
  public Event event(int user, int position) {
    return new Event(
        users.id(user),
        items.id(item(position)),
        explicit ? Event.RATING : Event.VIEW,
        value(position),
        Instant.ofEpochMilli(time(position)));
  }

  /** Milliseconds since the epoch, or a bare order where the source has no times. */
  public long time(int position) {
    return times[position];
  }

  /** The newest time of all events; {@link Long#MIN_VALUE} when there are none. */
  public long newest() {
    long newest = Long.MIN_VALUE;
    for (long time : times) {
      newest = Math.max(newest, time);
    }
    return newest;
  }

  /**
   * The same events with items as rows: in the result {@code users()} are the items, {@code
   * items()} the users, and within a row events follow the order of the users' ordinals.
   */
  public Interactions transpose() {
    int[] starts = Rows.starts(columns, items.size());
    int[] next = starts.clone();
    int[] flippedColumns = new int[columns.length];
    float[] flippedValues = new float[columns.length];
    long[] flippedTimes = new long[columns.length];
    for (int user = 0; user < users.size(); user++) {
      for (int p = from(user); p < to(user); p++) {
        int target = next[columns[p]]++;
        flippedColumns[target] = user;
        flippedValues[target] = values[p];
        flippedTimes[target] = times[p];
      }
    }
    return new Interactions(
        items, users, starts, flippedColumns, flippedValues, flippedTimes, explicit);
  }
}
