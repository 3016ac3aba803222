package dev.kindred.examples.bookshop.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.data.Item;
import dev.kindred.tools.cli.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many items there are of each subject, language and era. */
final class Facets {
  private static final int MOST = 14;

  /** A span of years. */
  private record Era(String label, int since, int until) {
    boolean has(double year) {
      return year >= since && year <= until;
    }
  }

  private static final List<Era> ERAS =
      List.of(
          new Era("Before 500", -4000, 499),
          new Era("500 to 1499", 500, 1499),
          new Era("1500 to 1799", 1500, 1799),
          new Era("1800s", 1800, 1899),
          new Era("1900 to 1949", 1900, 1949),
          new Era("1950 to 1999", 1950, 1999),
          new Era("From 2000", 2000, 3000));

  private Facets() {}

  /** Of these items. */
  static ObjectNode of(List<Item> items) {
    ObjectNode json = Json.object();
    json.set("subject", values(items, "subjects"));
    json.set("language", values(items, "language"));
    json.set("era", eras(items));
    return json;
  }

  private static ArrayNode values(List<Item> items, String field) {
    Map<String, Integer> counts = new TreeMap<>();
    items.forEach(item -> item.values(field).forEach(v -> counts.merge(v, 1, Integer::sum)));
    ArrayNode values = Json.object().putArray(field);
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .forEach(e -> values.addObject().put("value", e.getKey()).put("count", e.getValue()));
    return values;
  }

  private static ArrayNode eras(List<Item> items) {
    ArrayNode eras = Json.object().putArray("era");
    for (Era era : ERAS) {
      long count = items.stream().filter(item -> era.has(year(item))).count();
      if (count > 0) {
        eras.addObject()
            .put("value", era.label)
            .put("since", era.since)
            .put("until", era.until)
            .put("count", count);
      }
    }
    return eras;
  }

  private static double year(Item item) {
    return item.fields().get("published") instanceof Number year ? year.doubleValue() : Double.NaN;
  }
}
