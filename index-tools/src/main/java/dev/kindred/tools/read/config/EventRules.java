package dev.kindred.tools.read.config;

import dev.kindred.data.EventWeights;
import dev.kindred.data.Repeats;
import java.time.Duration;
import java.util.Optional;

/**
 * How events are read and what they are worth. Immutable.
 *
 * @param columns where the parts of an event are
 * @param weights strength by type of event
 * @param halfLife the age at which an event counts half; empty when events do not age
 * @param repeat what becomes of repeated pairs; empty for the custom of the kind: the newest rating
 *     stands, the strengths of other events add up
 */
public record EventRules(
    EventColumns columns,
    EventWeights weights,
    Optional<Duration> halfLife,
    Optional<Repeats> repeat) {
  /** Common columns, equal weights, no ageing. */
  public static final EventRules COMMON =
      new EventRules(EventColumns.COMMON, EventWeights.EQUAL, Optional.empty(), Optional.empty());

  public EventRules {
    if (halfLife.filter(life -> life.isNegative() || life.isZero()).isPresent()) {
      throw new IllegalArgumentException("half_life must be positive, was " + halfLife.get());
    }
  }
}
