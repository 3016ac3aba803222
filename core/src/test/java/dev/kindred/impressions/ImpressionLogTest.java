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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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

  @Test
  void aLineCutWithinALetterCostsNoOther() throws IOException {
    ImpressionLog log = ImpressionLog.in(folder);
    log.shown("r1", request("ann"), page("a"));
    byte[] begun = "{\"request_id\":\"r2\",\"user\":\"Zo\u00eb".getBytes(StandardCharsets.UTF_8);
    Files.write(
        folder.resolve("000001.jsonl"),
        Arrays.copyOf(begun, begun.length - 1),
        StandardOpenOption.APPEND);
    log.shown("r3", request("ann"), page("b"));
    assertThat(lines(log))
        .extracting(line -> line.path("request_id").asText())
        .containsExactly("r1", "r3");
    assertThat(log.find("r3")).isPresent();
    assertThat(log.forget("bob")).as("nothing is known to be bob's").isZero();
    assertThat(Files.readString(folder.resolve("000001.jsonl"))).doesNotContain("Zo");
    assertThat(log.forget("ann")).isEqualTo(2);
  }

  @Test
  void findsAPageByItsName() throws IOException {
    ImpressionLog log = ImpressionLog.in(folder, 1000, 3);
    assertThat(log.find("r1")).isEmpty();
    for (int i = 0; i < 30; i++) {
      log.shown("r" + i, request("ann"), page("a", "b" + i));
      log.rewarded("r" + i, "ann", "a", 1, NOW);
    }
    Impression last = log.find("r29").orElseThrow();
    assertThat(last.items()).containsOnlyKeys("a", "b29");
    assertThat(last.items().get("a")).isEqualTo(Map.of("als", 0.25));
    assertThat(last.profile()).isEqualTo("home");
    assertThat(last.userId()).isEqualTo("ann");
    assertThat(last.time()).isEqualTo(NOW);
    assertThat(last.context()).isEqualTo(Map.of("device", "tv"));
    assertThat(last.feedback("b29", 0.5))
        .hasValueSatisfying(
            feedback -> {
              assertThat(feedback.reward()).isEqualTo(0.5);
              assertThat(feedback.at()).isEqualTo(NOW);
              assertThat(feedback.signals()).isEqualTo(Map.of("als", 0.25));
            });
    assertThat(last.feedback("elsewhere", 1)).isEmpty();
    assertThat(log.find("r1")).as("its file is gone").isEmpty();
  }

  @Test
  void findsWhatAnotherProcessNotesAndNotWhatItErases() throws IOException {
    ImpressionLog log = ImpressionLog.in(folder);
    ImpressionLog other = ImpressionLog.in(folder);
    other.shown("r1", request("secretive"), page("a"));
    assertThat(log.find("r1")).isPresent();
    other.shown("r2", request(null), page("b"));
    assertThat(log.find("r2").orElseThrow().userId()).isNull();
    other.shown("r2", request(null), page("c"));
    log.find("r3");
    assertThat(log.find("r2").orElseThrow().items()).as("the newest").containsOnlyKeys("c");
    assertThat(other.forget("secretive")).isOne();
    other.shown("r3", request("bob"), page("d"));
    assertThat(log.find("r1")).isEmpty();
    assertThat(log.find("r3").orElseThrow().items()).containsOnlyKeys("d");
    assertThat(log.find("r2").orElseThrow().items()).containsOnlyKeys("c");
  }

  @Test
  void findsPagesLongerThanWhatIsReadAtATime() throws IOException {
    String[] many = new String[40_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = "a rather long name of an item " + i;
    }
    ImpressionLog log = ImpressionLog.in(folder);
    log.shown("small", request("ann"), page("a"));
    log.shown("large", request("ann"), page(many));
    log.shown("last", request("ann"), page("b"));
    assertThat(log.find("large").orElseThrow().items()).hasSize(many.length);
    assertThat(log.find("last").orElseThrow().items()).containsOnlyKeys("b");
  }
}
