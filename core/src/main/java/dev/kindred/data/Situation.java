package dev.kindred.data;

import java.time.Instant;
import java.util.Map;

/**
 * Everything beside the user that a model may ask about when it encodes a request. Immutable.
 *
 * @param now the request's clock
 * @param context features of the moment, such as {@code device=mobile}
 * @param text what was typed or pasted; empty when nothing was
 * @param weights how strongly each event type speaks
 * @param catalogue the items the history names
 */
public record Situation(
    Instant now,
    Map<String, String> context,
    String text,
    EventWeights weights,
    Catalogue catalogue) {
  public Situation {
    context = Map.copyOf(context);
  }
}
