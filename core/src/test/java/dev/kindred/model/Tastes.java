package dev.kindred.model;

import dev.kindred.data.Catalogue;
import dev.kindred.data.Event;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users and situations for tests of models. */
public final class Tastes {
  /** The clock of every situation here. */
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private Tastes() {}

  /** A user who viewed these items, one a minute, the last one now. */
  public static UserState liking(String... itemIds) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < itemIds.length; i++) {
      Duration age = Duration.ofMinutes(itemIds.length - 1L - i);
      events.add(new Event("u", itemIds[i], Event.VIEW, 1, NOW.minus(age)));
    }
    return new UserState("u", events, Map.of());
  }

  /** An event of this strength so long ago. */
  public static Event event(String itemId, double strength, Duration age) {
    return new Event("u", itemId, Event.VIEW, (float) strength, NOW.minus(age));
  }

  public static UserState user(Event... events) {
    return new UserState("u", List.of(events), Map.of());
  }

  /** A situation in which these items can be looked up. */
  public static Situation among(Item... items) {
    return typing("", items);
  }

  /** As {@link #among}, with a text typed. */
  public static Situation typing(String text, Item... items) {
    Catalogue catalogue =
        id -> {
          for (Item item : items) {
            if (item.id().equals(id)) {
              return Optional.of(item);
            }
          }
          return Optional.empty();
        };
    return new Situation(NOW, Map.of(), text, EventWeights.EQUAL, catalogue);
  }

  /** A manifest of a model nobody trained. */
  public static Manifest manifest(String kind, String name, List<Manifest.FieldSpec> fields) {
    return new Manifest(
        Manifest.FORMAT,
        kind,
        name,
        "2026-02-28T00:00:00Z",
        Instant.parse("2026-02-28T00:00:00Z"),
        Map.of("trainer", name, "seed", 42),
        Map.of("users", 2, "items", 3, "events", 4),
        Map.of("loss", 0.5),
        fields);
  }
}
