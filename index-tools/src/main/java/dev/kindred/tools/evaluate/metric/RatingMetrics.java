package dev.kindred.tools.evaluate.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All metrics of predicted ratings by name. To add one, write its record and register it here. */
public final class RatingMetrics {
  private static final Map<String, RatingMetric> KNOWN =
      new TreeMap<>(Map.of("rmse", new Rmse(), "mae", new Mae()));

  private RatingMetrics() {}

  /**
   * Reads a list such as {@code rmse,ndcg@10}, of which {@link Metrics} reads the part that is not
   * about ratings.
   *
   * @throws IllegalArgumentException naming what is wrong and what is known
   */
  public static Asked parse(String list) {
    List<RatingMetric> ratings = new ArrayList<>();
    List<String> others = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String text : list.split(",", -1)) {
      String name = text.strip();
      if (names.contains(name)) {
        continue;
      }
      names.add(name);
      if (KNOWN.containsKey(name)) {
        ratings.add(KNOWN.get(name));
      } else {
        others.add(name);
      }
    }
    return new Asked(
        ratings, others.isEmpty() ? List.of() : Metrics.parse(String.join(",", others)), names);
  }

  /**
   * Metrics of both sorts.
   *
   * @param ratings measure predicted ratings
   * @param lists measure ranked lists
   * @param names of all, in the order in which they were asked for
   */
  public record Asked(List<RatingMetric> ratings, List<Metric> lists, List<String> names) {}
}
