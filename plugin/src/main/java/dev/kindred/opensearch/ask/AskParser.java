package dev.kindred.opensearch.ask;

import dev.kindred.internal.registry.Unknown;
import dev.kindred.opensearch.parse.Values;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
  /** No id is longer. */
  public static final int LONGEST_ID = 512;

  /** No request names more items or features, and no text is longer. */
  static final int MOST_HISTORY = 500;

  static final int MOST_SEEDS = 100;
  static final int MOST_FEATURES = 100;
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
      case "profile" -> profile = Values.text(key, parser, LONGEST_ID);
      case "text" -> text = Values.text(key, parser, LONGEST_TEXT);
      case "user" -> user = Values.text(key, parser, LONGEST_ID);
      case "like" -> like = ids(key, parser, MOST_SEEDS);
      case "unlike" -> unlike = ids(key, parser, MOST_SEEDS);
      case "history" -> history = ids(key, parser, MOST_HISTORY);
      case "context" -> context = features(key, parser);
      case "include_seen" -> includeSeen = Values.bool(key, parser);
      case "now" -> now = Values.time(key, parser).toEpochMilli();
      case "seed" -> seed = Values.whole(key, parser);
      default -> {
        if (!known.contains(key)) {
          throw Values.error(parser, Unknown.message("key of kindred", key, known));
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

  /** A list of ids, or one id. */
  private static List<String> ids(String key, XContentParser parser, int most) throws IOException {
    List<String> ids = new ArrayList<>();
    if (parser.currentToken() != Token.START_ARRAY) {
      ids.add(id(key, parser));
      return ids;
    }
    while (parser.nextToken() != Token.END_ARRAY) {
      if (ids.size() == most) {
        throw Values.error(parser, "[" + key + "] has more than " + most + " ids");
      }
      ids.add(id(key, parser));
    }
    return ids;
  }

  private static String id(String key, XContentParser parser) throws IOException {
    String id = Values.text(key, parser, LONGEST_ID);
    if (id.isEmpty()) {
      throw Values.error(parser, "[" + key + "] holds an empty id");
    }
    return id;
  }

  private static Map<String, String> features(String key, XContentParser parser)
      throws IOException {
    if (parser.currentToken() != Token.START_OBJECT) {
      throw Values.error(
          parser, "[" + key + "] must be an object such as {\"device\": \"mobile\"}");
    }
    Map<String, String> features = new LinkedHashMap<>();
    while (parser.nextToken() != Token.END_OBJECT) {
      if (features.size() == MOST_FEATURES) {
        throw Values.error(parser, "[" + key + "] has more than " + MOST_FEATURES + " features");
      }
      String feature = parser.currentName();
      parser.nextToken();
      features.put(feature, Values.text(key + "." + feature, parser, LONGEST_ID));
    }
    return features;
  }
}
