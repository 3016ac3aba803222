package dev.kindred.internal.math;

/** Work on the half-open range of rows {@code [from, to)}. */
@FunctionalInterface
public interface RangeTask {

  /** Does the rows from {@code from} to before {@code to}; never called with an empty range. */
  void run(int from, int to);
}
