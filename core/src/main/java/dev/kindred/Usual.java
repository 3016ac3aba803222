package dev.kindred;

import dev.kindred.data.Event;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.model.Encoding;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What number a user usually chooses: mean and spread of its logarithm over recent items. */
final class Usual {
  private static final int RECENT = 20;

  private final String field;
  private double weight;
  private double sum;
  private double squares;

  private Usual(String field) {
    this.field = field;
  }

  /** A vector of mean and standard deviation, or why there is none. */
  static Encoding of(String field, UserState user, Situation situation) throws IOException {
    return new Usual(field).over(user.history(), situation);
  }

  private Encoding over(List<Event> history, Situation situation) throws IOException {
    for (Event event : history.subList(Math.max(0, history.size() - RECENT), history.size())) {
      double strength = situation.weights().strength(event);
      if (strength > 0) {
        Optional<Item> item = situation.catalogue().find(event.itemId());
        if (item.isPresent()) {
          add(item.get().fields().get(field), strength);
        }
      }
    }
    if (weight == 0) {
      return new Encoding.None("no item of the user's recent history has a positive " + field);
    }
    double mean = sum / weight;
    double variance = Math.max(0, squares / weight - mean * mean);
    float[] usual = {(float) mean, (float) Math.sqrt(variance)};
    return new Encoding.Dense(field, usual, Map.of());
  }

  private void add(Object value, double strength) {
    if (number(value) > 0) {
      double log = Math.log(number(value));
      weight += strength;
      sum += strength * log;
      squares += strength * log * log;
    }
  }

  /** NaN for what is no number. */
  private static double number(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    try {
      return value instanceof String text ? Double.parseDouble(text) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
