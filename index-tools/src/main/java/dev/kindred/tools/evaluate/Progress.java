package dev.kindred.tools.evaluate;

/** Is told how far an evaluation is; by one thread at a time. */
@FunctionalInterface
public interface Progress {
  /** Does not listen. */
  Progress NONE = (done, total) -> {};

  /** So many of all queries are answered. */
  void at(int done, int total);
}
