package dev.kindred.data.bandit;

import java.time.Instant;
import java.util.Map;

/**
 * What came of showing an item once. Nothing is expected of the delay or the order in which
 * feedback arrives. Immutable.
 *
 * @param itemId what was shown
 * @param reward 1 or 0 for a click or none; any finite value for bandits that take values
 * @param at when it was shown
 * @param signals the item's signals as they were answered
 * @param context the request's context
 */
public record Feedback(
    String itemId,
    double reward,
    Instant at,
    Map<String, Double> signals,
    Map<String, String> context) {
  public Feedback {
    signals = Map.copyOf(signals);
    context = Map.copyOf(context);
    if (!Double.isFinite(reward)) {
      throw new IllegalArgumentException(
          "the reward of '" + itemId + "' must be finite, was " + reward);
    }
  }
}
