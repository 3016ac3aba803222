package dev.kindred.data;

import java.util.Arrays;

/** Applies {@link Repeats} to sorted rows, in place. */
final class Compaction {
  private final Repeats repeats;
  private final int[] starts;
  private final int[] columns;
  private final float[] values;
  private final long[] times;
  private final int[] keptAt;
  private final int[] seenInRow;
  private int end;

  Compaction(
      Repeats repeats, int[] starts, int[] columns, float[] values, long[] times, int items) {
    this.repeats = repeats;
    this.starts = starts;
    this.columns = columns;
    this.values = values;
    this.times = times;
    this.keptAt = new int[items];
    this.seenInRow = new int[items];
    Arrays.fill(seenInRow, -1);
  }

  Interactions run(IdMap users, IdMap items, boolean explicit) {
    if (repeats != Repeats.ALL) {
      int[] kept = new int[starts.length];
      for (int row = 0; row + 1 < starts.length; row++) {
        compactRow(row);
        kept[row + 1] = end;
      }
      System.arraycopy(kept, 0, starts, 0, kept.length);
    } else {
      end = columns.length;
    }
    return new Interactions(
        users,
        items,
        starts,
        trimmed(columns),
        end == values.length ? values : Arrays.copyOf(values, end),
        end == times.length ? times : Arrays.copyOf(times, end),
        explicit);
  }

  private int[] trimmed(int[] array) {
    return end == array.length ? array : Arrays.copyOf(array, end);
  }

  private void compactRow(int row) {
    int from = starts[row];
    int to = starts[row + 1];
    if (repeats == Repeats.FIRST) {
      for (int p = from; p < to; p++) {
        keepIfNew(row, p);
      }
      return;
    }
    for (int p = to - 1; p >= from; p--) {
      markLast(row, p);
    }
    for (int p = from; p < to; p++) {
      if (keptAt[columns[p]] == p) {
        move(p);
      }
    }
  }

  private void keepIfNew(int row, int position) {
    int item = columns[position];
    if (seenInRow[item] != row) {
      seenInRow[item] = row;
      move(position);
    }
  }

  /** Walking backwards, the first event met of an item is its last; earlier ones may be added. */
  private void markLast(int row, int position) {
    int item = columns[position];
    if (seenInRow[item] != row) {
      seenInRow[item] = row;
      keptAt[item] = position;
    } else if (repeats == Repeats.SUM) {
      values[keptAt[item]] += values[position];
    }
  }

  private void move(int position) {
    columns[end] = columns[position];
    values[end] = values[position];
    times[end] = times[position];
    end++;
  }
}
