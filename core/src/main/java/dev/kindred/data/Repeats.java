package dev.kindred.data;

/** What becomes of several events of one user with one item. */
public enum Repeats {
  /** Keep the first event in time. */
  FIRST,
  /** Keep the last event in time, with its value. */
  LAST,
  /** Keep the last event's time with the sum of the values. */
  SUM,
  /** Keep every event: repeat consumption is signal. */
  ALL
}
