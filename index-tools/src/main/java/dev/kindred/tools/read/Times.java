package dev.kindred.tools.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Times as text, to milliseconds since the epoch. A number below {@value #SECONDS_BELOW} counts
 * seconds (that bound is the year 5138), any larger one milliseconds. Else ISO-8601: a date, or a
 * date and time with {@code T} or a space between; UTC where no offset is given.
 */
final class Times {
  static final long SECONDS_BELOW = 100_000_000_000L;
  private static final long YEAR_2200 = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();
  private static final String EXPECTED =
      ", expected seconds or milliseconds since 1970, or ISO-8601 such as 2026-01-31T12:00:00Z";

  private Times() {}

  /** The time of an event: 1970 to 2199. */
  static long event(String raw) throws BadLine {
    long millis = millis("timestamp", raw);
    if (millis < 0 || millis >= YEAR_2200) {
      throw new BadLine(
          "the timestamp is " + BadLine.quoted(raw) + ", expected a time from 1970 to 2199");
    }
    return millis;
  }

  /**
   * The date of an item as it was written, a number as a number. Any year; a whole number between
   * -4000 and 4000 is a year, and ISO-8601 may stop at the month.
   */
  static Object item(String field, String raw) throws BadLine {
    String text = raw.strip();
    if (Numbers.isNumber(text)) {
      double number = Numbers.finite(field, text);
      return number == Math.rint(number) && Math.abs(number) < 1e15
          ? (Object) (long) number
          : (Object) number;
    }
    if (text.length() == 7) {
      millis(field, text + "-01");
    } else {
      millis(field, text);
    }
    return text;
  }

  private static long millis(String noun, String raw) throws BadLine {
    String text = raw.strip();
    if (Numbers.whole(text)) {
      return scaled(Long.parseLong(text));
    }
    if (Numbers.isNumber(text)) {
      double number = Numbers.finite(noun, text);
      return Math.abs(number) < SECONDS_BELOW ? Math.round(number * 1000) : (long) number;
    }
    try {
      return iso(text);
    } catch (DateTimeException | ArithmeticException e) {
      throw new BadLine("the " + noun + " is " + BadLine.quoted(raw) + EXPECTED);
    }
  }

  private static long scaled(long number) {
    return Math.abs(number) < SECONDS_BELOW ? number * 1000 : number;
  }

  private static long iso(String text) {
    if (text.length() <= 10) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
    String joined =
        text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
    boolean offset =
        joined.endsWith("Z") || joined.indexOf('+', 11) > 0 || joined.indexOf('-', 11) > 0;
    return offset
        ? OffsetDateTime.parse(joined).toInstant().toEpochMilli()
        : LocalDateTime.parse(joined).toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
