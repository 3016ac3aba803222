package dev.kindred.tools.train.matrix;

import dev.kindred.data.Interactions;
import java.util.Arrays;

/**
 * A sparse matrix in compressed rows: row r holds the columns {@code columns[starts[r]]} to before
 * {@code columns[starts[r + 1]]}, ascending and distinct. Immutable by agreement.
 */
public record Matrix(int rows, int width, int[] starts, int[] columns, float[] values) {

  /** What an event contributes to its cell. */
  @FunctionalInterface
  public interface Cell {
    float of(int user, int position);
  }

  /** Users by items; the strengths of repeated pairs are added, sums of 0 left out. */
  public static Matrix strengths(Interactions data) {
    return of(data, (user, p) -> data.strength(p));
  }

  /** Users by items; the contributions of repeated pairs are added, sums of 0 left out. */
  public static Matrix of(Interactions data, Cell cell) {
    int rows = data.users().size();
    int width = data.items().size();
    int[] starts = new int[rows + 1];
    int[] columns = new int[data.size()];
    float[] values = new float[data.size()];
    float[] sums = new float[width];
    int end = 0;
    for (int user = 0; user < rows; user++) {
      int first = end;
      for (int p = data.from(user); p < data.to(user); p++) {
        columns[end++] = data.item(p);
        sums[data.item(p)] += cell.of(user, p);
      }
      Arrays.sort(columns, first, end);
      int kept = first;
      for (int p = first; p < end; p++) {
        float sum = sums[columns[p]];
        if (sum != 0) {
          sums[columns[p]] = 0;
          columns[kept] = columns[p];
          values[kept++] = sum;
        }
      }
      end = kept;
      starts[user + 1] = end;
    }
    return new Matrix(rows, width, starts, Arrays.copyOf(columns, end), Arrays.copyOf(values, end));
  }

  /** Columns as rows. */
  public Matrix transpose() {
    int[] flipped = new int[width + 1];
    for (int column : columns) {
      flipped[column + 1]++;
    }
    for (int c = 0; c < width; c++) {
      flipped[c + 1] += flipped[c];
    }
    int[] next = Arrays.copyOf(flipped, width);
    int[] rowOf = new int[columns.length];
    float[] moved = new float[columns.length];
    for (int row = 0; row < rows; row++) {
      for (int p = starts[row]; p < starts[row + 1]; p++) {
        int to = next[columns[p]]++;
        rowOf[to] = row;
        moved[to] = values[p];
      }
    }
    return new Matrix(width, rows, flipped, rowOf, moved);
  }

  /** How many cells the row has. */
  public int count(int row) {
    return starts[row + 1] - starts[row];
  }
}
