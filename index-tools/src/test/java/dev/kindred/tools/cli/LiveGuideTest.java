package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.Recommender;
import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.data.UserStore.Receipt;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's configuration and code do what the guide says. */
class LiveGuideTest {
  private static final Path GUIDE = Path.of("..", "docs", "guide", "live.md");
  private static final Path SOURCE =
      Path.of("src/test/java/dev/kindred/tools/cli/LiveGuideTest.java");

  @TempDir private static Path folder;
  private static String index;

  @BeforeAll
  static void build() throws IOException {
    String guide = Files.readString(GUIDE);
    int from = guide.indexOf("```yaml\n") + "```yaml\n".length();
    Path config = folder.resolve("kindred.yaml");
    Files.writeString(config, guide.substring(from, guide.indexOf("```", from)));
    Cli.Run run =
        Cli.run(SmallShop.build(folder, "--config", config.toString()).toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    index = folder.resolve("index").toString();
  }

  private List<JsonNode> page(String... more) {
    List<String> args =
        new ArrayList<>(List.of("recommend", "--index", index, "--profile", "shop"));
    args.addAll(List.of(more));
    args.add("--json");
    List<JsonNode> items = new ArrayList<>();
    Cli.run(args.toArray(String[]::new)).json().get("items").forEach(items::add);
    return items;
  }

  private static List<String> ids(List<JsonNode> items) {
    return items.stream().map(item -> item.get("id").asText()).toList();
  }

  @Test
  void capsHold() {
    List<JsonNode> items = page("--user", "u1");
    assertThat(items).hasSize(10);
    assertThat(
            items.stream()
                .collect(
                    Collectors.groupingBy(
                        item -> item.get("fields").get("author").toString(), Collectors.counting()))
                .values())
        .allMatch(count -> count <= 3);
    assertThat(items).anyMatch(item -> item.get("signals").has("price"));
  }

  @Test
  void rulesAndPinsHoldAtTheirMoments() {
    assertThat(ids(page("--user", "newcomer", "--context", "device=mobile")).getFirst())
        .startsWith("sea-");
    assertThat(ids(page("--user", "u2", "--context", "campaign=space")).getFirst())
        .isEqualTo("space-9");
    assertThat(ids(page("--user", "u2")).getFirst()).isNotEqualTo("space-9");
  }

  @Test
  void whatWasBoughtStaysOutAndWhatWasSeenLongAgoDoesNot() throws IOException {
    List<String> before = ids(page("--user", "u1", "--size", "30"));
    assertThat(before).as("all views are older than a day").hasSize(30);
    Path file = folder.resolve("bought.csv");
    Files.writeString(file, "user,item,type,timestamp\nu1,space-1,purchase,2026-03-01T00:00:00Z\n");
    assertThat(Cli.run("events", file.toString(), "--index", index).code()).isZero();
    assertThat(ids(page("--user", "u1", "--size", "30"))).hasSize(29).doesNotContain("space-1");
  }

  @Test
  void fallbacksObeyTheRules() {
    assertThat(page("--user", "newcomer", "--filter", "genre=gothic", "--size", "30"))
        .isNotEmpty()
        .allMatch(item -> item.get("id").asText().startsWith("gothic-"));
  }

  @Test
  void theExampleRuns() throws IOException {
    Instant now = Cli.NOW;
    try (Recommender shop = Recommender.open(Path.of(index), InstantSource.fixed(now))) {
      // guide
      Request request = Request.user("ann").now(now).size(5);
      Recommendations page = shop.recommend(request, "answer-1");

      String clicked = page.items().getFirst().itemId();
      Event click = new Event("ann", clicked, "purchase", 1, now);
      List<Arrival> events = List.of(new Arrival(click, "event-1", "answer-1"));
      Receipt receipt = shop.receive(events);
      shop.impressions().followed(events);
      // end
      assertThat(receipt.stored()).isOne();
      assertThat(shop.recommend(request).items())
          .extracting(Scored::itemId)
          .doesNotContain(clicked);
    }
  }

  @Test
  void theGuideShowsTheCodeThatRuns() throws IOException {
    String source = Files.readString(SOURCE);
    int from = source.indexOf("// guide\n") + "// guide\n".length();
    String shown = source.substring(from, source.indexOf("\n      // end")).stripIndent();
    assertThat(Files.readString(GUIDE)).contains("```java\n" + shown + "\n```");
  }
}
