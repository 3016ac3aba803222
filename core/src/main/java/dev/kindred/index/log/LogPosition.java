package dev.kindred.index.log;

import java.util.Comparator;
import java.util.Locale;

/**
 * How far somebody has read numbered log files: whole files before one, and so many entries of it.
 *
 * @param file the number of a log file
 * @param entries how many of its entries are read
 */
public record LogPosition(long file, int entries) implements Comparable<LogPosition> {
  /** Nothing is read. */
  public static final LogPosition START = new LogPosition(0, 0);

  private static final Comparator<LogPosition> ORDER =
      Comparator.comparingLong(LogPosition::file).thenComparingInt(LogPosition::entries);

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
  public int compareTo(LogPosition other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d:%d", file, entries);
  }
}
