package dev.kindred.benchmarks.deep;

/** The same network elsewhere. */
interface Peer extends AutoCloseable {
  /** Trains on all of its histories once; returns the mean loss of a row. */
  double epoch();

  /** Rows that an epoch learns from. */
  long rows();

  /** What it is made with. */
  String version();

  @Override
  void close();
}
