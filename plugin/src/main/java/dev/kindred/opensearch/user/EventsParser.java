package dev.kindred.opensearch.user;

import dev.kindred.data.Event;
import dev.kindred.internal.registry.Unknown;
import dev.kindred.opensearch.parse.Values;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.opensearch.core.common.ParsingException;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.core.xcontent.XContentParser.Token;

/** Reads {@code {"user": …, "item": …, "type": …, "value": …, "timestamp": …, "id": …}}. */
public final class EventsParser {
  /** No request brings more events. */
  public static final int MOST = 10_000;

  private static final int LONGEST = 512;
  private static final Set<String> KEYS =
      new TreeSet<>(Set.of("user", "item", "type", "value", "timestamp", "id"));

  private final long clock;
  private String user;
  private String item;
  private String type = Event.VIEW;
  private float value = 1;
  private Instant time;
  private String id;

  private EventsParser(long clock) {
    this.clock = clock;
  }

  /**
   * Reads a list; the parser stands at its start.
   *
   * @param clock for events without a time, in milliseconds since the epoch
   */
  public static List<NewEvent> list(XContentParser parser, long clock) throws IOException {
    if (parser.currentToken() != Token.START_ARRAY) {
      throw error(parser, "[events] must be a list");
    }
    List<NewEvent> events = new ArrayList<>();
    while (parser.nextToken() != Token.END_ARRAY) {
      if (events.size() == MOST) {
        throw error(parser, "more than " + MOST + " events in one request; send several");
      }
      events.add(new EventsParser(clock).read(parser, events.size()));
    }
    return events;
  }

  private NewEvent read(XContentParser parser, int number) throws IOException {
    if (parser.currentToken() != Token.START_OBJECT) {
      throw error(parser, "event " + number + " is not an object");
    }
    while (parser.nextToken() != Token.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      read(key, parser, number);
    }
    if (user == null || item == null) {
      throw error(parser, "event " + number + " needs [user] and [item]");
    }
    Instant when = time == null ? Instant.ofEpochMilli(clock) : time;
    return new NewEvent(id, new Event(user, item, type, value, when));
  }

  private void read(String key, XContentParser parser, int number) throws IOException {
    switch (key) {
      case "user" -> user = text(key, parser, number);
      case "item" -> item = text(key, parser, number);
      case "type" -> type = text(key, parser, number);
      case "id" -> id = text(key, parser, number);
      case "value" -> value = (float) Values.number(key, parser);
      case "timestamp" -> time = Values.time(key, parser);
      default -> throw error(parser, Unknown.message("key of an event", key, KEYS));
    }
    if (!Float.isFinite(value)) {
      throw error(parser, "event " + number + " has [value] " + value + ", expected a number");
    }
  }

  private static String text(String key, XContentParser parser, int number) throws IOException {
    boolean scalar = parser.currentToken().isValue() && parser.currentToken() != Token.VALUE_NULL;
    String text = scalar ? parser.text() : "";
    if (text.isEmpty() || text.length() > LONGEST) {
      throw error(
          parser,
          String.format(
              Locale.ROOT, "event %d: [%s] must have 1 to %d characters", number, key, LONGEST));
    }
    return text;
  }

  private static ParsingException error(XContentParser parser, String message) {
    return new ParsingException(parser.getTokenLocation(), message);
  }
}
