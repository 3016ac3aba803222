package dev.kindred.tools.train.related;

/** Scores one item with each item that it has anything to do with. Scratch space for one thread. */
interface Pairs {
  /** Turns to this item. */
  void row(int item);

  /** How many items it has to do with, perhaps itself included. */
  int count();

  /** The t-th of them, in no particular order. */
  int other(int t);

  /** How related it is to one of them; nothing that is not above zero counts. */
  double score(int other);
}
