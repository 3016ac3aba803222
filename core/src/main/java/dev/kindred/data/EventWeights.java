package dev.kindred.data;

import java.util.Map;

/**
 * How strongly an event speaks for its item: {@code weight(type) × value}. A rating counts as 1
 * whatever its stars (that somebody rated an item is the implicit signal); a negative value is a
 * dislike and keeps its sign. Immutable.
 *
 * @param byType weight by event type; types not named weigh 1
 */
public record EventWeights(Map<String, Double> byType) {
  /** Every type weighs 1. */
  public static final EventWeights EQUAL = new EventWeights(Map.of());

  public EventWeights {
    byType = Map.copyOf(byType);
  }

  /** The implicit strength of one event; negative for a dislike. */
  public double strength(Event event) {
    return strength(event.type(), event.value());
  }

  /** The implicit strength of an event of this type and value; negative for a dislike. */
  public double strength(String type, double value) {
    double amount = Event.RATING.equals(type) ? Math.signum(value) : value;
    return byType.getOrDefault(type, 1.0) * amount;
  }
}
