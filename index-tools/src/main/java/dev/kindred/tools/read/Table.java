package dev.kindred.tools.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rows of equal length under a header. */
interface Table extends Closeable {
  /** Column names, without outer space. */
  List<String> header();

  /**
   * Moves to the next row.
   *
   * @return false at the end
   * @throws BadLine when the next row is not as long as the header; the one after it can be read
   */
  boolean next() throws IOException, BadLine;

  /** The text in a column of the current row, never null. */
  String field(int column);

  /** The line the row begins on, from 1. */
  long line();

  /**
   * Wants every column to have a name of its own, or none.
   *
   * @throws InputException when two have the same: one of them would be lost
   */
  static List<String> distinct(String file, List<String> header) {
    Set<String> before = new HashSet<>();
    for (String name : header) {
      if (!name.isEmpty() && !before.add(name)) {
        throw new InputException(
            file,
            1,
            "two columns are named \"" + name + "\", expected a name for each",
            "rename one of them, or leave it out");
      }
    }
    return header;
  }

  /** Wants a row to be as long as the header. */
  static void checkLength(int columns, int found) throws BadLine {
    if (columns != found) {
      throw new BadLine(
          String.format(
              Locale.ROOT, "the row has %d columns, expected %d as in the header", found, columns));
    }
  }
}
