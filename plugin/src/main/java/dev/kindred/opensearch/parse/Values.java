package dev.kindred.opensearch.parse;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opensearch.core.common.ParsingException;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.core.xcontent.XContentParser.Token;

/**
 * Reads one scalar of a body. The parser's own methods answer a value of a wrong type with whatever
 * exception their format has, which a client gets as a failure of the node; these answer it with
 * status 400 and a reason.
 */
public final class Values {
  /** Clocks are of the years 0 to 9999, so that nobody's arithmetic on them overflows. */
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");
  private static final int LONGEST_TIME = 64;
  private static final int SHOWN = 40;

  private Values() {}

  /** A string, or a number or boolean as its text. */
  public static String text(String key, XContentParser parser, int longest) throws IOException {
    requireScalar(key, "a string", parser);
    String value = parser.text();
    if (value.length() > longest) {
      throw error(
          parser,
          String.format(
              Locale.ROOT, "[%s] has %d characters, at most %d", key, value.length(), longest));
    }
    return value;
  }

  /** True or false; as text too. */
  public static boolean bool(String key, XContentParser parser) throws IOException {
    requireScalar(key, "true or false", parser);
    return switch (parser.text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(key, "true or false", parser);
    };
  }

  /** A whole number that fits a long; as text too. */
  public static long whole(String key, XContentParser parser) throws IOException {
    requireScalar(key, "a whole number", parser);
    try {
      return Long.parseLong(parser.text());
    } catch (NumberFormatException e) {
      throw wrong(key, "a whole number", parser);
    }
  }

  /** A whole number that fits an int; as text too. */
  public static int small(String key, XContentParser parser) throws IOException {
    long value = whole(key, parser);
    if (value != (int) value) {
      throw wrong(key, "a whole number of 32 bits", parser);
    }
    return (int) value;
  }

  /** A finite number; as text too. */
  public static double number(String key, XContentParser parser) throws IOException {
    requireScalar(key, "a number", parser);
    try {
      double value = Double.parseDouble(parser.text());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(key, "a number", parser);
    }
    throw wrong(key, "a finite number", parser);
  }

  /** Milliseconds since the epoch, or such as 2026-11-25T10:00:00Z; of the years 0 to 9999. */
  public static Instant time(String key, XContentParser parser) throws IOException {
    boolean number = parser.currentToken() == Token.VALUE_NUMBER;
    try {
      Instant time =
          number
              ? Instant.ofEpochMilli(whole(key, parser))
              : Instant.parse(text(key, parser, LONGEST_TIME));
      if (!time.isBefore(FIRST) && !time.isAfter(LAST)) {
        return time;
      }
    } catch (DateTimeException e) {
      throw wrong(key, "milliseconds or an instant such as 2026-11-25T10:00:00Z", parser);
    }
    throw wrong(key, "a time of the years 0 to 9999", parser);
  }

  /** A list of objects of scalars. */
  public static List<Map<String, Object>> objects(String key, XContentParser parser, int most)
      throws IOException {
    requireToken(key, "a list of objects", parser, Token.START_ARRAY);
    List<Map<String, Object>> objects = new ArrayList<>();
    while (parser.nextToken() != Token.END_ARRAY) {
      requireToken(key, "a list of objects", parser, Token.START_OBJECT);
      if (objects.size() == most) {
        throw error(parser, "[" + key + "] has more than " + most + " objects");
      }
      Map<String, Object> object = new LinkedHashMap<>();
      while (parser.nextToken() != Token.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        requireScalar(key + "." + name, "a scalar", parser);
        object.put(name, parser.objectText());
      }
      objects.add(object);
    }
    return objects;
  }

  private static void requireToken(
      String key, String expected, XContentParser parser, Token token) {
    if (parser.currentToken() != token) {
      throw error(parser, "[" + key + "] must be " + expected + ", got " + parser.currentToken());
    }
  }

  private static void requireScalar(String key, String expected, XContentParser parser) {
    Token token = parser.currentToken();
    if (token == null || !token.isValue() || token == Token.VALUE_NULL) {
      throw error(parser, "[" + key + "] must be " + expected + ", got " + token);
    }
  }

  private static ParsingException wrong(String key, String expected, XContentParser parser)
      throws IOException {
    String text = parser.text();
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return error(parser, "[" + key + "] is '" + shown + "', expected " + expected);
  }

  /** Status 400 with this reason, at the place where the parser stands. */
  public static ParsingException error(XContentParser parser, String message) {
    return new ParsingException(parser.getTokenLocation(), message);
  }
}
