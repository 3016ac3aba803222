package dev.kindred.tools.train.matrix;

import dev.kindred.data.Interactions;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Users by items with what the latest event of each pair says. */
public final class Latest {
  private Latest() {}

  /**
   * A cell for every pair, also where its value is 0.
   *
   * @param value of the event at a position
   */
  public static Matrix of(Interactions data, IntToDoubleFunction value) {
    int rows = data.users().size();
    int[] starts = new int[rows + 1];
    int[] columns = new int[data.size()];
    float[] values = new float[data.size()];
    int[] latest = new int[data.items().size()];
    Arrays.fill(latest, -1);
    int end = 0;
    for (int user = 0; user < rows; user++) {
      int first = end;
      for (int p = data.from(user); p < data.to(user); p++) {
        if (latest[data.item(p)] < data.from(user)) {
          columns[end++] = data.item(p);
        }
        latest[data.item(p)] = p;
      }
      Arrays.sort(columns, first, end);
      for (int cell = first; cell < end; cell++) {
        values[cell] = (float) value.applyAsDouble(latest[columns[cell]]);
      }
      starts[user + 1] = end;
    }
    return new Matrix(
        rows, latest.length, starts, Arrays.copyOf(columns, end), Arrays.copyOf(values, end));
  }
}
