package dev.kindred.tools.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** The items of one open file, their fields as the file has them. */
interface ItemRows extends Closeable {
  /**
   * The next item's fields in order, the id among them; null at the end. Values are texts, numbers,
   * booleans, or lists of texts or numbers; absent ones are left out. The map is the caller's.
   *
   * @throws BadLine when the next record cannot be used; the one after it still can
   */
  Map<String, Object> next() throws IOException, BadLine;

  /** The line the record begins on, from 1. */
  long line();
}
