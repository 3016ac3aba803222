package dev.kindred.data;

/** Counting sort: where each row of a compressed matrix starts. */
final class Rows {
  private Rows() {}

  /** Given the row of every entry, {@code rows + 1} offsets such that row r is [r], [r + 1). */
  static int[] starts(int[] rowOf, int rows) {
    return starts(rowOf, rowOf.length, rows);
  }

  static int[] starts(int[] rowOf, int length, int rows) {
    int[] starts = new int[rows + 1];
    for (int i = 0; i < length; i++) {
      starts[rowOf[i] + 1]++;
    }
    for (int r = 0; r < rows; r++) {
      starts[r + 1] += starts[r];
    }
    return starts;
  }
}
