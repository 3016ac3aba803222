package dev.kindred.impressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImpressionLogTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @TempDir private Path folder;

  private static Recommendations page(String... ids) {
    List<Scored> items = new ArrayList<>();
    for (String id : ids) {
      items.add(new Scored(id, 1.5f, Map.of(), Map.of("als", 0.25), 0.5, List.of(), null));
    }
    return new Recommendations(items, ids.length, Map.of());
  }

  private static Request request(String user) {
    return Request.user(user).now(NOW).context(Map.of("device", "tv")).from(10).profile("home");
  }

  private static List<JsonNode> lines(ImpressionLog log) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    log.forEach(lines::add);
    return lines;
  }

  @Test
  void keepsWhatLearningNeeds() throws IOException {
    ImpressionLog log = ImpressionLog.in(folder);
    log.shown("r1", request("ann"), page("a", "b"));
    Event click = new Event("ann", "b", "click", 1, NOW);
    log.followed(List.of(new Arrival(click, "e1", "r1"), new Arrival(click, "e2", null)));
    List<JsonNode> lines = lines(ImpressionLog.in(folder));
    assertThat(lines).hasSize(2);
    JsonNode shown = lines.get(0);
    assertThat(shown.get("request_id").asText()).isEqualTo("r1");
    assertThat(shown.get("context").get("device").asText()).isEqualTo("tv");
    JsonNode second = shown.get("items").get(1);
    assertThat(second.get("id").asText()).isEqualTo("b");
    assertThat(second.get("position").asInt()).isEqualTo(12);
    assertThat(second.get("propensity").asDouble()).isEqualTo(0.5);
    assertThat(second.get("signals").get("als").asDouble()).isEqualTo(0.25);
    assertThat(lines.get(1).get("request_id").asText()).isEqualTo("r1");
    assertThat(lines.get(1).get("type").asText()).isEqualTo("click");
  }

  @Test
  void isBounded() throws IOException {
    ImpressionLog log = ImpressionLog.in(folder, 1000, 3);
    for (int i = 0; i < 100; i++) {
      log.shown("r" + i, request("ann"), page("a"));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(3).allMatch(file -> file.toFile().length() < 1400);
    }
    assertThat(lines(log).getLast().get("request_id").asText()).isEqualTo("r99");
    assertThatIllegalArgumentException().isThrownBy(() -> ImpressionLog.in(folder, 0, 1));
  }

  @Test
  void forgetsOneUserToTheLastByte() throws IOException {
    ImpressionLog log = ImpressionLog.in(folder, 600, 100);
    for (int i = 0; i < 20; i++) {
      log.shown("r" + i, request(i % 2 == 0 ? "secretive" : "bob"), page("a"));
    }
    assertThat(log.forget("secretive")).isEqualTo(10);
    assertThat(lines(log)).hasSize(10).allMatch(line -> line.get("user").asText().equals("bob"));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file)).doesNotContain("secretive");
      }
    }
    assertThat(log.forget("secretive")).isZero();
  }

  @Test
  void aLineCutShortIsLeftOut() throws IOException {
    ImpressionLog log = ImpressionLog.in(folder);
    log.shown("r1", request("ann"), page("a"));
    Files.writeString(folder.resolve("000001.jsonl"), "{\"reque", StandardOpenOption.APPEND);
    assertThat(lines(log)).hasSize(1);
  }
}
