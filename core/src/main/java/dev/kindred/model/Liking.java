package dev.kindred.model;

import dev.kindred.data.Event;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a history says about each of its items.
 *
 * @param itemId the item
 * @param weight the sum of its events' strengths, each halved with every half-life of its age;
 *     negative for a dislike, never 0
 */
public record Liking(String itemId, double weight) {

  /**
   * The distinct items of the history, latest first. An event of the future is as good as one of
   * now; one without a time (at the epoch) does not age.
   *
   * @param halfLife null when nothing ages
   */
  public static List<Liking> of(UserState user, Situation situation, Duration halfLife) {
    double rate = halfLife == null ? 0 : Math.log(2) / halfLife.toMillis();
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Event event : user.history().reversed()) {
      double strength = situation.weights().strength(event);
      double decayed = strength * Math.exp(-rate * age(event, situation));
      weights.merge(event.itemId(), decayed, Double::sum);
    }
    List<Liking> likings = new ArrayList<>(weights.size());
    weights.forEach(
        (item, weight) -> {
          if (weight != 0) {
            likings.add(new Liking(item, weight));
          }
        });
    return likings;
  }

  private static double age(Event event, Situation situation) {
    long time = event.time().toEpochMilli();
    return time == 0 ? 0 : Math.max(0, situation.now().toEpochMilli() - time);
  }

  /** Why no item of the history could be used. */
  public static Encoding.None none(List<Liking> likings, String problem) {
    return new Encoding.None(
        likings.isEmpty()
            ? "the history is empty"
            : String.format(
                Locale.ROOT, "none of the %s items in the history %s", likings.size(), problem));
  }
}
