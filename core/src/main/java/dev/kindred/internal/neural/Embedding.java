package dev.kindred.internal.neural;

import java.util.List;

/**
 * A table of vectors.
 *
 * @param count of rows
 * @param width of a row
 * @param table row-major
 */
public record Embedding(int count, int width, float[] table) {

  public static Embedding zeros(int count, int width) {
    return new Embedding(count, width, new float[Math.multiplyExact(count, width)]);
  }

  /** y = scale·row. */
  public void copy(int row, float scale, float[] y, int yo) {
    int from = row * width;
    for (int j = 0; j < width; j++) {
      y[yo + j] = scale * table[from + j];
    }
  }

  public List<Parameter> parameters(String name) {
    return List.of(new Parameter(name, table, count, width));
  }
}
