package dev.kindred.tools.train.related;

import dev.kindred.tools.train.matrix.Matrix;

/** Pairs of items that share a user. */
abstract class SharedUsers implements Pairs {
  private final Cooccurrence shared;
  private int item;

  /**
   * @param users by items
   * @param items by users; cells as in {@code users}, values may differ
   */
  SharedUsers(Matrix users, Matrix items) {
    this.shared = new Cooccurrence(users, items);
  }

  @Override
  public void row(int of) {
    item = of;
    shared.row(of);
  }

  /** The item turned to. */
  final int item() {
    return item;
  }

  @Override
  public final int count() {
    return shared.count();
  }

  @Override
  public final int other(int t) {
    return shared.item(t);
  }

  /** How many users the two share. */
  final int common(int other) {
    return shared.common(other);
  }

  /** The sum of products over the users they share. */
  final double dot(int other) {
    return shared.dot(other);
  }
}
