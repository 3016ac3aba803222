package dev.kindred.impressions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.data.bandit.Feedback;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A page as it was noted. Immutable.
 *
 * @param requestId names the answer
 * @param userId to whom it was shown; null for nobody known
 * @param profile the ranking
 * @param time the clock of its request
 * @param context of its request
 * @param items the signals of each item by its id
 */
public record Impression(
    String requestId,
    String userId,
    String profile,
    Instant time,
    Map<String, String> context,
    Map<String, Map<String, Double>> items) {
  public Impression {
    context = Map.copyOf(context);
    items = Map.copyOf(items);
  }

  /** Reads a page's line. */
  static Impression of(JsonNode line) {
    Map<String, String> context = new HashMap<>();
    line.path("context").properties().forEach(e -> context.put(e.getKey(), e.getValue().asText()));
    Map<String, Map<String, Double>> items = new HashMap<>();
    for (JsonNode item : line.path("items")) {
      Map<String, Double> signals = new HashMap<>();
      item.path("signals")
          .properties()
          .forEach(signal -> signals.put(signal.getKey(), signal.getValue().asDouble()));
      items.put(item.path("id").asText(), Map.copyOf(signals));
    }
    return new Impression(
        line.path("request_id").asText(),
        line.path("user").asText(null),
        line.path("profile").asText(),
        Instant.parse(line.path("time").asText()),
        context,
        items);
  }

  /** What came of showing that item; empty when it is not on the page. */
  public Optional<Feedback> feedback(String itemId, double reward) {
    return Optional.ofNullable(items.get(itemId))
        .map(signals -> new Feedback(itemId, reward, time, signals, context));
  }
}
