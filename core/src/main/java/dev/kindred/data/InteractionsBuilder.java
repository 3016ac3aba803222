package dev.kindred.data;

import java.util.Arrays;

/**
 * Collects events in any order and sorts them into {@link Interactions}: rows by user, within a row
 * by time, equal times in order of arrival. Holds 20 bytes an event while collecting. Not
 * thread-safe.
 */
public final class InteractionsBuilder {
  private final IdMap.Builder users = new IdMap.Builder();
  private final IdMap.Builder items = new IdMap.Builder();
  private final boolean explicit;
  private final Repeats repeats;
  private int[] rowOf = new int[1024];
  private int[] columns = new int[1024];
  private float[] values = new float[1024];
  private long[] times = new long[1024];
  private int size;

  /**
   * @param explicit whether values are ratings rather than strengths
   * @param repeats what becomes of repeated pairs
   */
  public InteractionsBuilder(boolean explicit, Repeats repeats) {
    this.explicit = explicit;
    this.repeats = repeats;
  }

  /** Gives the item an ordinal although nobody may have touched it. */
  public InteractionsBuilder item(String itemId) {
    items.add(itemId);
    return this;
  }

  /** Gives the user an ordinal although the user may have done nothing. */
  public InteractionsBuilder user(String userId) {
    users.add(userId);
    return this;
  }

  public InteractionsBuilder add(String userId, String itemId, float value, long time) {
    if (size == rowOf.length) {
      grow(Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, size + (size >> 1) + 1L)));
    }
    rowOf[size] = users.add(userId);
    columns[size] = items.add(itemId);
    values[size] = value;
    times[size] = time;
    size++;
    return this;
  }

  /** How many events were added so far. */
  public int size() {
    return size;
  }

  private void grow(int capacity) {
    rowOf = Arrays.copyOf(rowOf, capacity);
    columns = Arrays.copyOf(columns, capacity);
    values = Arrays.copyOf(values, capacity);
    times = Arrays.copyOf(times, capacity);
  }

  /** Sorts what was collected. The builder must not be used afterwards. */
  public Interactions build() {
    IdMap userMap = users.build();
    IdMap itemMap = items.build();
    int[] starts = Rows.starts(rowOf, size, userMap.size());
    int[] order = order(starts);
    int[] sortedColumns = new int[size];
    float[] sortedValues = new float[size];
    long[] sortedTimes = new long[size];
    for (int i = 0; i < size; i++) {
      sortedColumns[i] = columns[order[i]];
      sortedValues[i] = values[order[i]];
      sortedTimes[i] = times[order[i]];
    }
    rowOf = columns = null;
    values = null;
    times = null;
    Compaction rows =
        new Compaction(repeats, starts, sortedColumns, sortedValues, sortedTimes, itemMap.size());
    return rows.run(userMap, itemMap, explicit);
  }

  /** Positions of the collected events by user, then time, then arrival. */
  private int[] order(int[] starts) {
    int[] next = starts.clone();
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[next[rowOf[i]]++] = i;
    }
    for (int row = 0; row + 1 < starts.length; row++) {
      sortByTime(order, starts[row], starts[row + 1]);
    }
    return order;
  }

  private void sortByTime(int[] order, int from, int to) {
    boolean sorted = true;
    for (int i = from + 1; i < to && sorted; i++) {
      sorted = times[order[i - 1]] <= times[order[i]];
    }
    if (sorted) {
      return;
    }
    Integer[] boxed = new Integer[to - from];
    for (int i = 0; i < boxed.length; i++) {
      boxed[i] = order[from + i];
    }
    Arrays.sort(boxed, (a, b) -> Long.compare(times[a], times[b]));
    for (int i = 0; i < boxed.length; i++) {
      order[from + i] = boxed[i];
    }
  }
}
