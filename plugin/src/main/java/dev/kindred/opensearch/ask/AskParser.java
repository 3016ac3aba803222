package dev.kindred.opensearch.ask;

import dev.kindred.internal.registry.Unknown;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.opensearch.core.common.ParsingException;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.core.xcontent.XContentParser.Token;

/**
 * Reads an {@link Ask} key by key; unknown keys, wrong types and sizes beyond the limits are errors
 * that say where and what was expected. Not thread-safe.
 */
public final class AskParser {
  /** No request names more items or features, and no id or text is longer. */
  static final int MOST_HISTORY = 500;

  static final int MOST_SEEDS = 100;
  static final int MOST_FEATURES = 100;
  static final int LONGEST_ID = 512;
  static final int LONGEST_TEXT = 20_000;

  private static final Set<String> KEYS =
      Set.of(
          "profile",
          "text",
          "user",
          "like",
          "unlike",
          "history",
          "context",
          "include_seen",
          "now",
          "seed");

  private final Set<String> known = new TreeSet<>(KEYS);
  private String profile = "";
  private String text = "";
  private String user;
  private List<String> like = List.of();
  private List<String> unlike = List.of();
  private List<String> history = List.of();
  private Map<String, String> context = Map.of();
  private boolean includeSeen;
  private Long now;
  private long seed = Ask.NOTHING.seed();

  /**
   * @param others keys that the caller reads itself
   */
  public AskParser(String... others) {
    known.addAll(Set.of(others));
  }

  /**
   * Reads the value of one key.
   *
   * @param parser on the value
   * @return false when the key is none of an ask's, but the caller's
   * @throws ParsingException for a key that nobody knows, or a value that does not fit
   */
  public boolean read(String key, XContentParser parser) throws IOException {
    switch (key) {
      case "profile" -> profile = string(key, parser, LONGEST_ID);
      case "text" -> text = string(key, parser, LONGEST_TEXT);
      case "user" -> user = string(key, parser, LONGEST_ID);
      case "like" -> like = ids(key, parser, MOST_SEEDS);
      case "unlike" -> unlike = ids(key, parser, MOST_SEEDS);
      case "history" -> history = ids(key, parser, MOST_HISTORY);
      case "context" -> context = features(key, parser);
      case "include_seen" -> includeSeen = parser.booleanValue();
      case "now" -> now = instant(parser);
      case "seed" -> seed = parser.longValue();
      default -> {
        if (!known.contains(key)) {
          throw error(parser, Unknown.message("key of kindred", key, known));
        }
        return false;
      }
    }
    return true;
  }

  /** What was read. */
  public Ask ask() {
    return new Ask(profile, text, user, like, unlike, history, context, includeSeen, now, seed);
  }

  private static String string(String key, XContentParser parser, int longest) throws IOException {
    if (!parser.currentToken().isValue() || parser.currentToken() == Token.VALUE_NULL) {
      throw error(parser, "[" + key + "] must be a string, got " + parser.currentToken());
    }
    String value = parser.text();
    if (value.length() > longest) {
      throw error(
          parser,
          String.format(
              Locale.ROOT, "[%s] has %d characters, at most %d", key, value.length(), longest));
    }
    return value;
  }

  /** A list of ids, or one id. */
  private static List<String> ids(String key, XContentParser parser, int most) throws IOException {
    List<String> ids = new ArrayList<>();
    if (parser.currentToken() != Token.START_ARRAY) {
      ids.add(id(key, parser));
      return ids;
    }
    while (parser.nextToken() != Token.END_ARRAY) {
      if (ids.size() == most) {
        throw error(parser, "[" + key + "] has more than " + most + " ids");
      }
      ids.add(id(key, parser));
    }
    return ids;
  }

  private static String id(String key, XContentParser parser) throws IOException {
    String id = string(key, parser, LONGEST_ID);
    if (id.isEmpty()) {
      throw error(parser, "[" + key + "] holds an empty id");
    }
    return id;
  }

  private static Map<String, String> features(String key, XContentParser parser)
      throws IOException {
    if (parser.currentToken() != Token.START_OBJECT) {
      throw error(parser, "[" + key + "] must be an object such as {\"device\": \"mobile\"}");
    }
    Map<String, String> features = new LinkedHashMap<>();
    while (parser.nextToken() != Token.END_OBJECT) {
      if (features.size() == MOST_FEATURES) {
        throw error(parser, "[" + key + "] has more than " + MOST_FEATURES + " features");
      }
      String feature = parser.currentName();
      parser.nextToken();
      features.put(feature, string(key + "." + feature, parser, LONGEST_ID));
    }
    return features;
  }

  private static Long instant(XContentParser parser) throws IOException {
    if (parser.currentToken() == Token.VALUE_NUMBER) {
      return parser.longValue();
    }
    String value = string("now", parser, LONGEST_ID);
    try {
      return Instant.parse(value).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new ParsingException(
          parser.getTokenLocation(),
          "[now] is '" + value + "', expected an instant such as 2026-11-25T10:00:00Z",
          e);
    }
  }

  private static ParsingException error(XContentParser parser, String message) {
    return new ParsingException(parser.getTokenLocation(), message);
  }
}
