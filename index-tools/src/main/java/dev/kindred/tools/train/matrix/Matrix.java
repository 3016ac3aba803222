package dev.kindred.tools.train.matrix;

import dev.kindred.data.Interactions;
import java.time.Duration;
import java.util.Arrays;

/**
 * A sparse matrix in compressed rows: row r holds the columns {@code columns[starts[r]]} to before
 * {@code columns[starts[r + 1]]}, ascending and distinct. Immutable by agreement.
 */
public record Matrix(int rows, int width, int[] starts, int[] columns, float[] values) {

  /** What becomes of a cell. */
  @FunctionalInterface
  public interface Map {
    double of(int row, int column, float value);
  }

  /** What an event contributes to its cell. */
  @FunctionalInterface
  public interface Cell {
    float of(int user, int position);
  }

  /** Users by items; the strengths of repeated pairs are added, sums of 0 left out. */
  public static Matrix strengths(Interactions data) {
    return of(data, (user, p) -> data.strength(p));
  }

  /** The same of strengths that fade by {@link Ageing}. */
  public static Matrix strengths(Interactions data, Duration halfLife) {
    Ageing ageing = Ageing.of(data, halfLife);
    return of(data, (user, p) -> (float) (data.strength(p) * ageing.weight(p)));
  }

  /** Cells above zero only: what was liked, without what was disliked. */
  public Matrix positive() {
    int[] kept = new int[rows + 1];
    int[] keptColumns = new int[columns.length];
    float[] keptValues = new float[columns.length];
    int end = 0;
    for (int row = 0; row < rows; row++) {
      for (int p = starts[row]; p < starts[row + 1]; p++) {
        if (values[p] > 0) {
          keptColumns[end] = columns[p];
          keptValues[end++] = values[p];
        }
      }
      kept[row + 1] = end;
    }
    return new Matrix(
        rows, width, kept, Arrays.copyOf(keptColumns, end), Arrays.copyOf(keptValues, end));
  }

  /** The same cells with other values: {@code f(row, column, value)}. */
  public Matrix map(Map f) {
    float[] mapped = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int p = starts[row]; p < starts[row + 1]; p++) {
        mapped[p] = (float) f.of(row, columns[p], values[p]);
      }
    }
    return new Matrix(rows, width, starts, columns, mapped);
  }

  /** The sum of each row. */
  public double[] sums() {
    double[] sums = new double[rows];
    for (int row = 0; row < rows; row++) {
      for (int p = starts[row]; p < starts[row + 1]; p++) {
        sums[row] += values[p];
      }
    }
    return sums;
  }

  /** The sum of squares of each row, in doubles, in which no float's square vanishes. */
  public double[] squares() {
    double[] squares = new double[rows];
    for (int row = 0; row < rows; row++) {
      for (int p = starts[row]; p < starts[row + 1]; p++) {
        squares[row] += (double) values[p] * values[p];
      }
    }
    return squares;
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
