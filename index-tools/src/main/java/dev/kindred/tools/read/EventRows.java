package dev.kindred.tools.read;

import java.io.Closeable;
import java.io.IOException;

/** The events of one open file as text in named slots. */
interface EventRows extends Closeable {
  /**
   * Moves to the next event.
   *
   * @return false at the end
   * @throws BadLine when the next record cannot be used; the one after it still can
   */
  boolean next() throws IOException, BadLine;

  /** The line the record begins on, from 1. */
  long line();

  /** The text in a slot of the current event, or null when it has none. */
  String get(Slot slot);

  /** The type of an event whose type slot is empty. */
  String defaultType();

  /** Whether the current record is no event on an item, though sound. */
  default boolean beside() {
    return false;
  }
}
