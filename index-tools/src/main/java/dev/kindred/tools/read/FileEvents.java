package dev.kindred.tools.read;

import dev.kindred.data.Event;
import dev.kindred.data.UserStore;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;

/** The events of one file in one format. */
final class FileEvents implements EventSource {
  private final Input input;
  private final BadLines badLines;
  private final Opener opener;

  /** Opens the rows of a format. */
  interface Opener {
    EventRows open(Input input) throws IOException;
  }

  FileEvents(Input input, BadLines badLines, Opener opener) {
    this.input = input;
    this.badLines = badLines;
    this.opener = opener;
  }

  /** Takes the record at hand. */
  private interface Delivery {
    void of(EventRows rows) throws BadLine;
  }

  @Override
  public ReadReport read(EventSink sink) {
    return read(rows -> deliver(rows, sink));
  }

  @Override
  public ReadReport arrivals(Consumer<UserStore.Arrival> consumer) {
    return read(
        rows -> {
          String id = Ids.optional("event", rows.get(Slot.ID));
          String request = Ids.optional("request", rows.get(Slot.REQUEST));
          EventSink sink =
              (user, item, type, value, time) -> {
                Event event = new Event(user, item, type, value, Instant.ofEpochMilli(time));
                consumer.accept(new UserStore.Arrival(event, id, request));
              };
          deliver(rows, sink);
        });
  }

  private ReadReport read(Delivery delivery) {
    Faults faults = new Faults(input.name(), badLines);
    long line = 0;
    try (EventRows rows = opener.open(input)) {
      long events = 0;
      while (true) {
        try {
          if (!rows.next()) {
            return faults.report("events", events);
          }
          line = rows.line();
          if (rows.beside()) {
            faults.beside();
            continue;
          }
          delivery.of(rows);
          events++;
        } catch (BadLine bad) {
          faults.add(rows.line(), bad);
        }
      }
    } catch (IOException e) {
      throw input.broken(line, e);
    }
  }

  private static void deliver(EventRows rows, EventSink sink) throws BadLine {
    String user = Ids.check("user", rows.get(Slot.USER));
    String item = Ids.check("item", rows.get(Slot.ITEM));
    String type = type(rows);
    float value = value(type, rows.get(Slot.VALUE));
    String time = rows.get(Slot.TIME);
    sink.accept(user, item, type, value, time == null ? 0 : Times.event(time));
  }

  private static String type(EventRows rows) throws BadLine {
    String type = rows.get(Slot.TYPE);
    return type == null || type.isBlank() ? rows.defaultType() : Ids.name("event type", type);
  }

  private static float value(String type, String raw) throws BadLine {
    if (raw != null && !raw.isBlank()) {
      return Numbers.value("value", raw);
    }
    if (type.equals(Event.RATING)) {
      throw new BadLine("the rating has no value, expected a finite decimal number");
    }
    return 1;
  }
}
