package dev.kindred.index;

import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.index.log.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What arrives as entries of the log; what is not fit to be stored is refused. */
final class Arrivals {
  private static final int LONGEST = 512;

  private Arrivals() {}

  static List<Entry> entries(List<Arrival> arrivals) {
    List<Entry> entries = new ArrayList<>(arrivals.size());
    for (Arrival arrival : arrivals) {
      entries.add(entry(arrival));
    }
    return entries;
  }

  private static Entry entry(Arrival arrival) {
    Event event = arrival.event();
    require("user id", event.userId());
    require("item id", event.itemId());
    require("event type", event.type());
    Event kept =
        new Event(
            event.userId(),
            event.itemId(),
            event.type(),
            event.value(),
            Instant.ofEpochMilli(millis(event)));
    return new Entry.Happened(kept, arrival.id() == null ? 0 : hash(arrival.id()));
  }

  private static long millis(Event event) {
    try {
      return event.time().toEpochMilli();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "event time " + event.time() + " is beyond the milliseconds a long can count", e);
    }
  }

  /** Never 0, which stands for no id. */
  private static long hash(String id) {
    require("event id", id);
    long hash = TieHash.of(id);
    return hash == 0 ? 1 : hash;
  }

  static Entry facts(String userId, Map<String, String> attributes) {
    require("user id", userId);
    attributes.keySet().forEach(name -> require("attribute name", name));
    return new Entry.Described(userId, attributes);
  }

  private static void require(String what, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (utf8.length < 1 || utf8.length > LONGEST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %d bytes of UTF-8, expected 1 to %d",
              what,
              utf8.length,
              LONGEST));
    }
    if (hasSurrogates(text) && !new String(utf8, StandardCharsets.UTF_8).equals(text)) {
      throw new IllegalArgumentException(what + " is not Unicode: it has half of a surrogate pair");
    }
  }

  private static boolean hasSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
