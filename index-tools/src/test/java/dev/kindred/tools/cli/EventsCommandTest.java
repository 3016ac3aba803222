package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.Recommender;
import dev.kindred.data.bandit.Arm;
import dev.kindred.impressions.ImpressionLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live events from the command line: in at once, once, and out again. */
class EventsCommandTest {
  private static final String NEW_READER =
      """
      {"user":"somebody-new","item":"sea-1","type":"view","timestamp":"2026-11-23T20:00:00Z","event_id":"e1"}
      {"user":"somebody-new","item":"sea-2","type":"purchase","event_id":"e2"}
      """;

  @TempDir private Path folder;
  private String index;

  @BeforeEach
  void build() {
    index = SmallShop.freshIndex(folder);
  }

  private Cli.Run events(String text, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("events"), text, StandardCharsets.UTF_8);
    List<String> args = new ArrayList<>(List.of("events", "--index", index, file.toString()));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  private List<String> recommended(String user) {
    JsonNode page =
        Cli.run("recommend", "--user", user, "--index", index, "--json", "--size", "5").json();
    List<String> ids = new ArrayList<>();
    page.get("items").forEach(item -> ids.add(item.get("id").asText()));
    return ids;
  }

  @Test
  void aRewardThatIsNoNumberIsRefusedBeforeAnyEventIsTaken() throws IOException {
    for (String reward : List.of("NaN", "Infinity")) {
      Cli.Run run = events(NEW_READER, "--rewards", "view=" + reward);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err())
          .startsWith("kindred: --rewards view=" + reward + ", expected a finite number");
    }
    assertThat(events(NEW_READER).out()).startsWith("acknowledged 2 events: 2 new");
  }

  @Test
  void aNewReaderIsAnsweredAtOnce() throws IOException {
    Cli.Run run = events(NEW_READER);
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo("acknowledged 2 events: 2 new, 0 known by their id\n");
    assertThat(recommended("somebody-new"))
        .hasSize(5)
        .allMatch(id -> id.startsWith("sea-"))
        .doesNotContain("sea-1", "sea-2");
  }

  @Test
  void aRebuildLearnsFromLiveEventsUnlessItIsTold() throws IOException {
    events(NEW_READER);
    long files = SmallShop.events().lines().count() - 1;
    Cli.Run with = Cli.run(SmallShop.build(folder, "--json").toArray(String[]::new));
    assertThat(with.json().get("counts").get("events").asLong()).isEqualTo(files + 2);
    assertThat(with.json().get("profiles").toString()).as("there is a purchase").contains("shop");
    Cli.Run without =
        Cli.run(SmallShop.build(folder, "--json", "--no-with-live").toArray(String[]::new));
    assertThat(without.json().get("counts").get("events").asLong()).isEqualTo(files);
    assertThat(without.json().get("profiles").toString()).doesNotContain("shop");
    Cli.Run asked =
        Cli.run(
            SmallShop.build(folder, "--json", "--no-with-live", "--profile-preset", "shop")
                .toArray(String[]::new));
    assertThat(asked.json().get("profiles").toString()).contains("shop");
    Cli.Run wrong =
        Cli.run(SmallShop.build(folder, "--profile-preset", "sop").toArray(String[]::new));
    assertThat(wrong.code()).isNotZero();
    assertThat(wrong.err()).contains("did you mean shop?");
  }

  @Test
  void whatIsSentAgainCountsOnce() throws IOException {
    events(NEW_READER);
    JsonNode again = events(NEW_READER, "--json").json();
    assertThat(again.get("acknowledged").asInt()).isEqualTo(2);
    assertThat(again.get("stored").asInt()).isZero();
    assertThat(again.get("repeated").asInt()).isEqualTo(2);
    assertThat(
            Cli.run("forget", "somebody-new", "--index", index, "--json")
                .json()
                .get("events")
                .asInt())
        .isEqualTo(2);
  }

  @Test
  void readsCsvAndUbi() throws IOException {
    assertThat(events("user,item,type,timestamp\nann,sea-1,view,1700000000\n").out())
        .startsWith("acknowledged 1 events");
    Cli.Run ubi =
        events(
            """
            {"action_name":"click","client_id":"ubi-client","query_id":"q1","timestamp":"2026-11-23T20:00:00Z","event_attributes":{"object":{"object_id":"space-3"}}}
            {"action_name":"search","client_id":"ubi-client","query_id":"q1"}
            """);
    assertThat(ubi.out()).as(ubi.err()).startsWith("acknowledged 1 events");
    assertThat(recommended("ubi-client")).allMatch(id -> id.startsWith("space-"));
  }

  @Test
  void aBadLineStopsAndWhatCameBeforeIsKept() throws IOException {
    Cli.Run run = events("user,item\nearly-bird,sea-1\n,sea-2\nlate-bird,sea-3\n");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("acknowledged before the failure: 1")
        .containsPattern("kindred: .*events:3: the user id is empty, expected .*; ");
    assertThat(recommended("early-bird")).allMatch(id -> id.startsWith("sea-"));
  }

  @Test
  void everySkippedLineIsTold() throws IOException {
    Cli.Run run = events("user,item\n,sea-1\nann,sea-1\nann,\n", "--skip-bad-lines", "2");
    assertThat(run.out()).startsWith("acknowledged 1 events");
    assertThat(run.err())
        .containsPattern("events:2: the user id is empty")
        .containsPattern("events:4: the item id is empty");
  }

  @Test
  void eventsOutliveTheNextBuild() throws IOException {
    events(NEW_READER);
    assertThat(Cli.run(SmallShop.build(folder).toArray(String[]::new)).code()).isZero();
    assertThat(recommended("somebody-new")).allMatch(id -> id.startsWith("sea-"));
    Cli.run("rollback", "--index", index);
    assertThat(recommended("somebody-new")).allMatch(id -> id.startsWith("sea-"));
  }

  @Test
  void forgettingLeavesNoByte() throws IOException {
    events(NEW_READER);
    Cli.run(SmallShop.build(folder).toArray(String[]::new));
    assertThat(mentions("somebody-new")).isNotEmpty();
    JsonNode erased = Cli.run("forget", "somebody-new", "--index", index, "--json").json();
    assertThat(erased.get("generations").get("live").asInt()).isEqualTo(2);
    assertThat(erased.get("mentions")).isEmpty();
    assertThat(mentions("somebody-new")).isEmpty();
  }

  private List<Path> mentions(String word) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(index))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  @Test
  void aPageAndWhatFollowsItAreKeptForLearning() throws IOException {
    JsonNode page =
        Cli.run(
                "recommend",
                "--user",
                "u1",
                "--index",
                index,
                "--json",
                "--log-impression",
                "--context",
                "device=tv")
            .json();
    String id = page.get("request_id").asText();
    events("user,item,type,request_id\nu1,space-1,click," + id + "\n");
    List<JsonNode> lines = new ArrayList<>();
    ImpressionLog.of(Path.of(index)).forEach(lines::add);
    assertThat(lines).hasSize(2).allMatch(line -> line.get("request_id").asText().equals(id));
    assertThat(lines.get(0).get("items")).hasSameSizeAs(page.get("items"));
    assertThat(lines.get(0).get("context").get("device").asText()).isEqualTo("tv");
    assertThat(lines.get(1).get("item").asText()).isEqualTo("space-1");
    JsonNode erased = Cli.run("forget", "u1", "--index", index, "--json").json();
    assertThat(erased.get("generations").get("impressions").asInt()).isEqualTo(2);
  }

  @Test
  void eventsThatFollowAPageTeachItsBandits() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("bandit.yaml"),
            """
            profiles:
              shelf:
                retrievers: [ { popular: { field: model.popularity } } ]
                signals:
                  - { name: popularity, signal: { popularity: { field: model.popularity } } }
                arrangers: [ { klucb: { bandit: shelf } } ]
            """);
    List<String> build = new ArrayList<>(SmallShop.build(folder));
    build.addAll(List.of("--config", config.toString()));
    assertThat(Cli.run(build.toArray(String[]::new)).code()).isZero();
    JsonNode page =
        Cli.run(
                "recommend",
                "--user",
                "u1",
                "--index",
                index,
                "--json",
                "--log-impression",
                "--profile",
                "shelf")
            .json();
    String id = page.get("request_id").asText();
    String item = page.get("items").get(0).get("id").asText();
    String other = page.get("items").get(1).get("id").asText();
    String answers =
        "user,item,type,request_id\nu1,%s,click,%s\nu1,%s,skip,%s\nu1,%s,view,%s\n"
            .formatted(item, id, other, id, item, id);
    Cli.Run run = events(answers, "--rewards", "click=1,skip=0");
    assertThat(run.out()).as(run.err()).endsWith("; rewards learned: 2\n");
    assertThat(events(answers, "--rewards", "click=1", "--json").json().get("rewarded").asInt())
        .as("the same again")
        .isZero();
    try (Recommender open = Recommender.open(Path.of(index))) {
      var arms = open.posteriors().find("shelf").arms();
      assertThat(arms.get(item, Arm.NONE).sum()).isEqualTo(1);
      assertThat(arms.get(other, Arm.NONE).sum()).isZero();
      assertThat(arms.size()).isEqualTo(2);
    }
  }

  @Test
  void anUnknownFormatIsWrongUsage() throws IOException {
    assertThat(events(NEW_READER, "--format", "xml").code()).isEqualTo(2);
  }
}
