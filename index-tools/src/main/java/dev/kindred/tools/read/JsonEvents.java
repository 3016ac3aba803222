package dev.kindred.tools.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.kindred.data.Event;
import dev.kindred.tools.read.config.EventColumns;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Events as JSON objects, one a line; a key inside objects goes by its path with dots. */
final class JsonEvents implements EventRows {
  private static final Slot[] SLOTS = Slot.values();

  /** How User Behavior Insights names things; a user who is not logged in is a client. */
  private static final EventColumns UBI =
      new EventColumns(null, "event_attributes.object.object_id", "action_name", null, null);

  private final JsonLines lines;
  private final EventColumns mapping;
  private final boolean itemsOptional;
  private final boolean nested;
  private final Map<String, Candidate> candidates = new HashMap<>();
  private final Map<Slot, String> texts = new EnumMap<>(Slot.class);
  private final Map<Slot, Integer> ranks = new EnumMap<>(Slot.class);
  private String defaultType;

  /** The slot that a key may fill, and how well it is liked there; no slot for other keys. */
  private record Candidate(Slot slot, int rank, boolean rating) {
    private static final Candidate NONE = new Candidate(null, -1, false);
  }

  private JsonEvents(Input input, EventColumns mapping, boolean itemsOptional) throws IOException {
    this.lines = new JsonLines(input);
    this.mapping = mapping;
    this.itemsOptional = itemsOptional;
    this.nested =
        Stream.of(SLOTS)
            .map(slot -> slot.mapped(mapping))
            .filter(Objects::nonNull)
            .anyMatch(name -> name.contains("."));
  }

  static EventRows plain(Input input, EventColumns mapping) throws IOException {
    return new JsonEvents(input, mapping, false);
  }

  static EventRows ubi(Input input) throws IOException {
    return new JsonEvents(input, UBI, true);
  }

  @Override
  public boolean next() throws IOException, BadLine {
    texts.clear();
    ranks.clear();
    defaultType = Event.VIEW;
    return lines.next((name, value) -> take(name, value));
  }

  private void take(String path, JsonParser value) throws IOException, BadLine {
    JsonToken token = value.currentToken();
    if (token == JsonToken.START_OBJECT && nested) {
      JsonLines.object(value, (name, inner) -> take(path + "." + name, inner));
      return;
    }
    Candidate candidate = candidate(path);
    if (token.isStructStart()) {
      if (candidate.slot != null) {
        throw new BadLine("the value of " + path + " is not plain, expected a text or a number");
      }
      value.skipChildren();
    } else if (candidate.slot != null && token != JsonToken.VALUE_NULL) {
      fill(candidate, value.getText());
    }
  }

  private void fill(Candidate candidate, String text) {
    Integer before = ranks.get(candidate.slot);
    if (before == null || candidate.rank < before) {
      ranks.put(candidate.slot, candidate.rank);
      texts.put(candidate.slot, text);
      if (candidate.slot == Slot.VALUE) {
        defaultType = candidate.rating ? Event.RATING : Event.VIEW;
      }
    }
  }

  /** Keys are few; should they be many, they are not remembered. */
  private Candidate candidate(String path) {
    Candidate known = candidates.get(path);
    if (known != null) {
      return known;
    }
    Candidate found = Candidate.NONE;
    for (Slot slot : SLOTS) {
      int rank = slot.rank(path, mapping);
      if (rank >= 0) {
        found = new Candidate(slot, rank, Slot.isRating(path));
        break;
      }
    }
    if (candidates.size() < 1000) {
      candidates.put(path, found);
    }
    return found;
  }

  @Override
  public boolean beside() {
    return itemsOptional && !texts.containsKey(Slot.ITEM);
  }

  @Override
  public long line() {
    return lines.line();
  }

  @Override
  public String get(Slot slot) {
    return texts.get(slot);
  }

  @Override
  public String defaultType() {
    return defaultType;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
