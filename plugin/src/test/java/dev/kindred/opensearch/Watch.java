package dev.kindred.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a node tells of itself. */
record Watch(Rest rest, String index) {
  private static final Pattern SAMPLE =
      Pattern.compile("([a-z_]+)(?:\\{((?:[a-z]+=\"[^\"]*\",?)+)\\})? ([0-9.E+-]+)");

  private JsonNode stats() throws IOException {
    return rest.good("GET", "/_plugins/_kindred/stats", null);
  }

  void countsWhatItDoes() throws IOException, InterruptedException {
    JsonNode before = stats();
    String path = "/_plugins/_kindred/" + index;
    rest.good("POST", path + "/_recommend", "{'user': 'reader3'}");
    rest.refused(
        "POST", path + "/_recommend", "{'user': 'reader3', 'profile': 'nosuch'}", 400, "nosuch");
    rest.good("POST", path + "/_explain/book1", "{'user': 'reader3'}");
    JsonNode after = stats();
    assertThat(count(after, "recommend") - count(before, "recommend")).isEqualTo(1);
    assertThat(count(after, "explain") - count(before, "explain")).isEqualTo(1);
    for (String phase : List.of("resolve", "resolve.user", "resolve.models")) {
      assertThat(count(after, phase) - count(before, phase)).as(phase).isEqualTo(2);
    }
    assertThat(after.at("/phases/recommend/seconds").asDouble()).isPositive();
    assertThat(after.at("/models/loaded")).isNotEmpty();
    long bytes = after.at("/models/bytes").asLong();
    assertThat(bytes).isBetween(1L, after.at("/models/limit_bytes").asLong());
    metrics(bytes, count(after, "recommend"));
  }

  private static long count(JsonNode stats, String phase) {
    return stats.path("phases").path(phase).path("count").asLong();
  }

  /** Every line is a sample or says its family's type, and a histogram's buckets add up. */
  private void metrics(long bytes, long recommended) throws IOException, InterruptedException {
    Map<String, String> types = new HashMap<>();
    Map<String, Double> samples = new HashMap<>();
    double last = 0;
    for (String line : rest.text("/_plugins/_kindred/stats?format=prometheus").split("\n")) {
      if (line.startsWith("# TYPE ")) {
        types.put(line.split(" ")[2], line.split(" ")[3]);
        continue;
      }
      Matcher sample = SAMPLE.matcher(line);
      assertThat(sample.matches()).as(line).isTrue();
      String name = sample.group(1);
      String family = name.replaceAll("_(bucket|sum|count)$", "");
      assertThat(types).as(line).containsKey(family);
      double value = Double.parseDouble(sample.group(3));
      boolean grows = name.endsWith("_bucket") && !line.contains("le=\"0.001\"");
      assertThat(value).as(line).isGreaterThanOrEqualTo(grows ? last : 0);
      last = value;
      samples.put(line.substring(0, line.lastIndexOf(' ')), value);
    }
    assertThat(samples.get("kindred_models_bytes")).isEqualTo((double) bytes);
    String phase = "phase=\"recommend\"";
    assertThat(samples.get("kindred_seconds_count{" + phase + "}")).isEqualTo((double) recommended);
    assertThat(samples.get("kindred_seconds_bucket{" + phase + ",le=\"+Inf\"}"))
        .isEqualTo((double) recommended);
  }
}
