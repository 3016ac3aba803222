package dev.kindred.tools.ltr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.impressions.ImpressionLog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judgments from the log of what was shown: each request with its items and their signals as they
 * were then, graded by the events that followed. An event belongs to the request whose id it brings
 * back, or else to the last page that showed its user its item, at most {@code within} before it.
 * Pages of one request are one. Rewards, which are no grades, are passed over. Not thread-safe.
 *
 * <p>What was shown at the top is looked at more often: grades favour the ranking that was. Keep
 * positions in mind when few requests explore.
 */
public final class Shown {
  private final String profile;
  private final Grades grades;
  private final Duration within;
  private final Map<String, Page> pages = new LinkedHashMap<>();
  private final Map<String, List<Page>> byUser = new HashMap<>();
  private final Set<String> others = new HashSet<>();
  private final List<JsonNode> followed = new ArrayList<>();
  private long matched;
  private long unmatched;

  /** One request. */
  private static final class Page {
    private final Instant time;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    Page(Instant time) {
      this.time = time;
    }
  }

  /** One item of it. */
  private static final class Row {
    private final int position;
    private final JsonNode signals;
    private int grade;

    Row(int position, JsonNode signals) {
      this.position = position;
      this.signals = signals;
    }
  }

  /**
   * @param profile whose pages count; pages of other profiles have other signals
   * @param within positive
   */
  public Shown(String profile, Grades grades, Duration within) {
    this.profile = profile;
    this.grades = grades;
    this.within = within;
  }

  /** Takes in a log: pages, and the events in it that follow them. */
  public Shown read(ImpressionLog log) throws IOException {
    log.forEach(this::line);
    followed.forEach(
        event ->
            follow(
                event.path("request_id").asText(),
                event.path("user").asText(""),
                event.path("item").asText(),
                event.path("type").asText(),
                event.path("value").asDouble(),
                Instant.parse(event.path("time").asText())));
    followed.clear();
    return this;
  }

  private void line(JsonNode line) {
    if (line.has("type")) {
      followed.add(line);
    } else if (line.has("items") && !line.path("profile").asText().equals(profile)) {
      others.add(line.path("request_id").asText());
    } else if (line.has("items")) {
      Page page =
          pages.computeIfAbsent(
              line.path("request_id").asText(),
              id -> {
                Page fresh = new Page(Instant.parse(line.path("time").asText()));
                byUser
                    .computeIfAbsent(line.path("user").asText(""), u -> new ArrayList<>())
                    .add(fresh);
                return fresh;
              });
      for (JsonNode item : line.path("items")) {
        page.rows.putIfAbsent(
            item.path("id").asText(), new Row(item.path("position").asInt(), item.path("signals")));
      }
    }
  }

  /**
   * Takes in an event; what followed a page of another profile says nothing of this one's.
   *
   * @param request the id that it brings back; null when it brings none
   */
  public void follow(
      String request, String user, String item, String type, double value, Instant time) {
    if (request != null && others.contains(request)) {
      return;
    }
    Page page = request == null ? null : pages.get(request);
    if (page == null || !page.rows.containsKey(item)) {
      page = lastThatShowed(user, item, time);
    }
    if (page == null) {
      unmatched++;
      return;
    }
    matched++;
    Row row = page.rows.get(item);
    row.grade = Math.max(row.grade, grades.of(type, value));
  }

  /** Null when there is none. */
  private Page lastThatShowed(String user, String item, Instant time) {
    Page last = null;
    for (Page page : user.isEmpty() ? List.<Page>of() : byUser.getOrDefault(user, List.of())) {
      boolean fits =
          page.rows.containsKey(item)
              && !page.time.isAfter(time)
              && !page.time.plus(within).isBefore(time);
      if (fits && (last == null || page.time.isAfter(last.time))) {
        last = page;
      }
    }
    return last;
  }

  /** Events that followed a page. */
  public long matched() {
    return matched;
  }

  /** Events of items that no page had shown their user in time. */
  public long unmatched() {
    return unmatched;
  }

  /** Requests in the log. */
  public int pages() {
    return pages.size();
  }

  /** The signals that the log has values of. */
  public List<String> signals() {
    TreeSet<String> names = new TreeSet<>();
    pages
        .values()
        .forEach(
            page ->
                page.rows
                    .values()
                    .forEach(row -> row.signals.fieldNames().forEachRemaining(names::add)));
    return List.copyOf(names);
  }

  /**
   * The requests that tell something: not all items of one grade.
   *
   * @param signals in the order of the rows to make
   */
  public Judgments judgments(List<String> signals) {
    List<Judged> judged = new ArrayList<>();
    pages.forEach(
        (id, page) -> {
          List<Map.Entry<String, Row>> rows = new ArrayList<>(page.rows.entrySet());
          rows.sort(Comparator.comparingInt(entry -> entry.getValue().position));
          Judged one =
              new Judged(
                  id,
                  rows.stream().map(Map.Entry::getKey).toList(),
                  rows.stream().mapToInt(entry -> entry.getValue().grade).toArray(),
                  rows.stream()
                      .map(entry -> row(entry.getValue().signals, signals))
                      .toArray(double[][]::new));
          if (one.tells()) {
            judged.add(one);
          }
        });
    return new Judgments(signals, judged);
  }

  private static double[] row(JsonNode values, List<String> signals) {
    return signals.stream()
        .mapToDouble(
            name -> values.path(name).isNumber() ? values.path(name).asDouble() : Double.NaN)
        .toArray();
  }
}
