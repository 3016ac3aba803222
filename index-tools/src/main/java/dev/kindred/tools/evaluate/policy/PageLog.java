package dev.kindred.tools.evaluate.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.impressions.ImpressionLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An impression log, read for the evaluation of other rankings: pages in which chance had a hand,
 * joined with the rewards and events that followed them. An item shown earns its reward when one
 * was noted, else the most that an event which followed it is worth, else nothing. Immutable.
 */
public final class PageLog {
  private final String name;
  private final List<ShownPage> pages;
  private final int certain;

  private PageLog(String name, List<ShownPage> pages, int certain) {
    this.name = name;
    this.pages = List.copyOf(pages);
    this.certain = certain;
  }

  /** What an event that follows an item is worth. */
  @FunctionalInterface
  public interface Worth {
    double of(String type, double value);
  }

  /**
   * Reads a log.
   *
   * @param name in reports
   * @param profile only pages of this ranking; null for all
   * @param worth of events
   * @throws IllegalArgumentException when no page was by chance
   */
  public static PageLog read(String name, ImpressionLog log, String profile, Worth worth)
      throws IOException {
    Map<String, JsonNode> shown = new LinkedHashMap<>();
    Map<String, Double> earned = new HashMap<>();
    Map<String, Double> noted = new HashMap<>();
    log.forEach(
        line -> {
          String request = line.path("request_id").asText();
          String key = request + "\n" + line.path("item").asText();
          if (line.has("items")) {
            shown.put(request, line);
          } else if (line.has("reward")) {
            noted.put(key, line.get("reward").asDouble());
          } else {
            double value = worth.of(line.path("type").asText(), line.path("value").asDouble(1));
            earned.merge(key, value, Math::max);
          }
        });
    earned.putAll(noted);
    List<ShownPage> pages = new ArrayList<>();
    int certain = 0;
    for (Map.Entry<String, JsonNode> one : shown.entrySet()) {
      if (profile == null || profile.equals(one.getValue().path("profile").asText())) {
        ShownPage page = page(one.getKey(), one.getValue(), earned);
        if (page == null) {
          certain++;
        } else {
          pages.add(page);
        }
      }
    }
    if (pages.isEmpty()) {
      throw new IllegalArgumentException(
          name
              + ": no page of the log was by chance ("
              + certain
              + " were not), so it says nothing of other rankings; explore with an arranger such as"
              + " thompson or epsilon, and log with --log-impression");
    }
    return new PageLog(name, pages, certain);
  }

  /** Null when the page was not by chance. */
  private static ShownPage page(String request, JsonNode line, Map<String, Double> earned) {
    List<String> candidates = new ArrayList<>();
    List<Map<String, Double>> signals = new ArrayList<>();
    JsonNode items = line.get("items");
    int[] places = new int[competed(items, line.path("rivals").isEmpty())];
    double[] propensities = new double[places.length];
    double[] rewards = new double[places.length];
    boolean chance = false;
    for (int i = 0; i < places.length; i++) {
      JsonNode item = items.get(i);
      add(item, candidates, signals);
      places[i] = item.path("position").asInt() - 1;
      propensities[i] = item.path("propensity").asDouble();
      rewards[i] = earned.getOrDefault(request + "\n" + item.path("id").asText(), 0.0);
      chance |= propensities[i] < 1;
    }
    line.path("rivals").forEach(rival -> add(rival, candidates, signals));
    return chance ? new ShownPage(candidates, signals, places, propensities, rewards) : null;
  }

  /**
   * How many of the items shown competed: below those that an arranger chose from, the rest of a
   * page is as it was ranked.
   *
   * @param whole whether all that competed was shown, so that the page may go on below it
   */
  private static int competed(JsonNode items, boolean whole) {
    int last = items.size();
    while (whole && last > 0 && items.get(last - 1).path("propensity").asDouble() == 1) {
      last--;
    }
    return last;
  }

  private static void add(
      JsonNode item, List<String> candidates, List<Map<String, Double>> signals) {
    candidates.add(item.path("id").asText());
    Map<String, Double> raw = new HashMap<>();
    item.path("signals")
        .properties()
        .forEach(signal -> raw.put(signal.getKey(), signal.getValue().asDouble()));
    signals.add(raw);
  }

  /** In reports. */
  public String name() {
    return name;
  }

  List<ShownPage> pages() {
    return pages;
  }

  /** How many pages chance had a hand in. */
  public int size() {
    return pages.size();
  }

  /** How many pages were left out because nothing in them was by chance. */
  public int certain() {
    return certain;
  }

  /** The pages from one to another. */
  public PageLog slice(int from, int to) {
    return new PageLog(name, pages.subList(from, to), certain);
  }
}
