package dev.kindred.index.log;

import java.util.Locale;

/**
 * How far somebody has read numbered log files: whole files before one, and so many entries of it.
 *
 * @param file the number of a log file
 * @param entries how many of its entries are read
 */
public record LogPosition(long file, int entries) {
  /** Nothing is read. */
  public static final LogPosition START = new LogPosition(0, 0);

  /** Reads what {@link #toString} wrote; {@link #START} for null. */
  public static LogPosition parse(String text) {
    if (text == null) {
      return START;
    }
    int colon = text.indexOf(':');
    try {
      return new LogPosition(
          Long.parseLong(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no position in a log, expected FILE:ENTRIES", e);
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d:%d", file, entries);
  }
}
