package dev.kindred.tools.train.related;

import dev.kindred.tools.train.matrix.Matrix;

/**
 * Rows of Y·X for a sparse X of users by items and Y of items by users, in which the same cells are
 * filled: for one item, a sum over the users it shares with every other item. Scratch space for one
 * thread.
 */
final class Cooccurrence {
  private final Matrix users;
  private final Matrix items;
  private final double[] sums;
  private final int[] common;
  private final int[] touched;
  private int count;

  /**
   * @param users X
   * @param items Y, often the transpose of X
   */
  Cooccurrence(Matrix users, Matrix items) {
    this.users = users;
    this.items = items;
    this.sums = new double[items.rows()];
    this.common = new int[items.rows()];
    this.touched = new int[items.rows()];
  }

  /** Computes the row of this item; the row before is lost. */
  void row(int item) {
    clear();
    for (int p = items.starts()[item]; p < items.starts()[item + 1]; p++) {
      addUser(items.columns()[p], items.values()[p]);
    }
  }

  private void clear() {
    for (int t = 0; t < count; t++) {
      sums[touched[t]] = 0;
      common[touched[t]] = 0;
    }
    count = 0;
  }

  private void addUser(int user, double weight) {
    int[] columns = users.columns();
    float[] values = users.values();
    int end = users.starts()[user + 1];
    for (int q = users.starts()[user]; q < end; q++) {
      int other = columns[q];
      if (common[other]++ == 0) {
        touched[count++] = other;
      }
      sums[other] += weight * values[q];
    }
  }

  /** How many items the row touches, itself included. */
  int count() {
    return count;
  }

  /** The t-th item touched, in no particular order. */
  int item(int t) {
    return touched[t];
  }

  /** How many users it shares with this item. */
  int common(int other) {
    return common[other];
  }

  /** The dot product with this item; 0 when they share no user. */
  double dot(int other) {
    return sums[other];
  }
}
