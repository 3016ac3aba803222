package dev.kindred.tools.train.deep;

import dev.kindred.model.deep.ContextFeatures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The features of an event's moment, as rows of the context's table.
 *
 * @param features their names
 */
record Moments(List<String> features) {
  /** What a moment may be described by. */
  enum Kind {
    /** The hour of the day, in UTC. */
    HOUR,
    /** The day of the week, in UTC. */
    WEEKDAY
  }

  static Moments of(List<Kind> kinds) {
    List<String> features = new ArrayList<>();
    if (kinds.contains(Kind.HOUR)) {
      for (int hour = 0; hour < 24; hour++) {
        features.add("hour=" + hour);
      }
    }
    if (kinds.contains(Kind.WEEKDAY)) {
      for (int day = 1; day <= 7; day++) {
        features.add("weekday=" + day);
      }
    }
    return new Moments(List.copyOf(features));
  }

  int[] rows(long time) {
    if (features.isEmpty()) {
      return new int[0];
    }
    Instant moment = Instant.ofEpochMilli(time);
    int hour = features.indexOf(ContextFeatures.hour(moment));
    int weekday = features.indexOf(ContextFeatures.weekday(moment));
    return IntStream.of(hour, weekday).filter(row -> row >= 0).toArray();
  }
}
