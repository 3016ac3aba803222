package dev.kindred.index;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A time as precise as it was written: a year, a month, a day, or an instant. All in UTC.
 *
 * @param first its first millisecond since the epoch
 * @param last its last millisecond since the epoch
 */
record Moment(long first, long last) {
  private static final double YEARS = 4000;
  private static final double MILLISECONDS = 1e11;

  /**
   * Reads a year (a number between -4000 and 4000), seconds or milliseconds since the epoch (told
   * apart by magnitude), or ISO-8601: {@code 1897-05}, {@code 1897-05-26}, {@code
   * 2024-05-01T10:00:00Z}; a date and time without an offset is UTC.
   *
   * @throws DateTimeException when it is none of these
   */
  static Moment of(Object value) {
    if (value instanceof Number number) {
      return ofNumber(number.doubleValue());
    }
    String text = value.toString().strip();
    Moment date = text.indexOf('-', 1) > 0 ? ofIso(text) : null;
    return date != null ? date : ofNumber(parse(text));
  }

  private static double parse(String text) {
    try {
      return new BigDecimal(text).doubleValue();
    } catch (NumberFormatException e) {
      throw new DateTimeException("not a time: " + text, e);
    }
  }

  private static Moment ofNumber(double number) {
    if (!Double.isFinite(number)) {
      throw new DateTimeException("not a time: " + number);
    }
    if (Math.abs(number) >= YEARS) {
      return at(Math.round(Math.abs(number) < MILLISECONDS ? number * 1000 : number));
    }
    if (number != Math.rint(number)) {
      throw new DateTimeException("not a year: " + number);
    }
    Year year = Year.of((int) number);
    return between(year.atDay(1), year.plusYears(1).atDay(1));
  }

  /** Null when the text does not look like ISO-8601 at all, as {@code 1e-5}. */
  private static Moment ofIso(String text) {
    if (text.indexOf('T') > 0 || text.indexOf(' ') > 0) {
      return at(instant(text.replace(' ', 'T')).toEpochMilli());
    }
    return switch (text.length() - (text.startsWith("-") ? 1 : 0)) {
      case 7 -> {
        YearMonth month = YearMonth.parse(text);
        yield between(month.atDay(1), month.plusMonths(1).atDay(1));
      }
      case 10 -> {
        LocalDate day = LocalDate.parse(text);
        yield between(day, day.plusDays(1));
      }
      default -> null;
    };
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
  }

  private static Moment at(long millis) {
    return new Moment(millis, millis);
  }

  private static Moment between(LocalDate first, LocalDate after) {
    return new Moment(
        first.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(),
        after.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() - 1);
  }
}
