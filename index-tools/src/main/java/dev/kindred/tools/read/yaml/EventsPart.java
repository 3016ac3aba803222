package dev.kindred.tools.read.yaml;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Repeats;
import dev.kindred.internal.registry.Unknown;
import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.EventRules;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The keys under {@code events}. */
record EventsPart(
    String user,
    String item,
    String type,
    String value,
    String time,
    Map<String, Double> weights,
    @JsonProperty("half_life") String halfLife,
    String repeat) {

  private static final Map<String, Repeats> REPEATS = repeats();

  EventsPart {
    if (weights != null) {
      weights.forEach(EventsPart::checkWeight);
    }
    duration(halfLife);
    policy(repeat);
  }

  EventRules rules() {
    return new EventRules(
        new EventColumns(user, item, type, value, time),
        weights == null ? EventWeights.EQUAL : new EventWeights(weights),
        duration(halfLife),
        policy(repeat));
  }

  private static Map<String, Repeats> repeats() {
    Map<String, Repeats> repeats = new LinkedHashMap<>();
    repeats.put("drop", Repeats.LAST);
    repeats.put("first", Repeats.FIRST);
    repeats.put("last", Repeats.LAST);
    repeats.put("sum", Repeats.SUM);
    repeats.put("all", Repeats.ALL);
    return repeats;
  }

  private static void checkWeight(String type, Double weight) {
    if (weight == null || !Double.isFinite(weight)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "the weight of %s is %s, expected a finite number", type, weight));
    }
  }

  private static Optional<Duration> duration(String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      Duration duration = Duration.parse(text);
      if (duration.isPositive()) {
        return Optional.of(duration);
      }
    } catch (DateTimeException e) {
      // Told below.
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "half_life is \"%s\", expected a positive ISO-8601 duration such as P30D or PT12H",
            text));
  }

  private static Optional<Repeats> policy(String name) {
    if (name != null && !REPEATS.containsKey(name)) {
      throw new IllegalArgumentException(Unknown.message("repeat", name, REPEATS.keySet()));
    }
    return Optional.ofNullable(name).map(REPEATS::get);
  }
}
