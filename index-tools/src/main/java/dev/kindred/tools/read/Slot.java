package dev.kindred.tools.read;

import dev.kindred.tools.read.config.EventColumns;
import java.util.List;
import java.util.Locale;

/** The parts of an event, and the names they go by when the configuration does not name them. */
enum Slot {
  USER("user", "user_id", "userid", "reader_id", "customer_id", "client_id", "session_id"),
  ITEM("item", "item_id", "itemid", "movie_id", "movieid", "book_id", "object_id", "product_id"),
  TYPE("type", "event_type", "event", "action", "action_name"),
  VALUE("value", "rating", "score", "stars", "weight"),
  TIME("timestamp", "time", "ts", "date", "created_at", "event_time"),
  ID("event_id", "eventid"),
  REQUEST("request_id", "requestid", "query_id");

  /** Names of a value that make every event without a type a rating. */
  private static final List<String> RATINGS = List.of("rating", "score", "stars");

  private final String names;

  Slot(String... names) {
    this.names = String.join(" ", names);
  }

  /** The name given in the configuration, or null. */
  String mapped(EventColumns columns) {
    return switch (this) {
      case USER -> columns.user();
      case ITEM -> columns.item();
      case TYPE -> columns.type();
      case VALUE -> columns.value();
      case TIME -> columns.time();
      case ID, REQUEST -> null;
    };
  }

  /** 0 for the name liked best, -1 when this is no name of ours. Letter case does not matter. */
  int rank(String name, EventColumns columns) {
    String mapped = mapped(columns);
    return mapped != null ? (mapped.equals(name) ? 0 : -1) : names().indexOf(plain(name));
  }

  /** The known names, for messages. */
  List<String> names() {
    return List.of(names.split(" "));
  }

  static boolean isRating(String name) {
    return RATINGS.contains(plain(name));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
