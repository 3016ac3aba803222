package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.Recommender;
import dev.kindred.request.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop whose readers keep to their genre, and a ranking that hardly asks who is reading. */
class TuneCommandTest {
  private static final int USERS = 60;
  private static final int GENRES = 4;
  private static final int BOOKS = 15;
  private static final String BLIND =
      """
      profiles:
        home:
          retrievers: [ { popular: { field: model.popularity } }, { model: { model: itemknn } } ]
          signals:
            - { name: popularity, weight: 1, signal: { popularity: { field: model.popularity } } }
            - { name: itemknn, weight: 0.01, signal: { model: { model: itemknn } } }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws Exception {
    Files.writeString(folder.resolve("events.csv"), events());
    Files.writeString(folder.resolve("kindred.yaml"), BLIND);
  }

  private static String events() {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder lines = new StringBuilder("user,item,type,value,timestamp\n");
    for (int user = 0; user < USERS; user++) {
      for (int book : random.ints(0, BOOKS).distinct().limit(8).toArray()) {
        lines.append(
            String.format(
                Locale.ROOT,
                "u%d,g%d-%d,view,1,%d%n",
                user,
                user % GENRES,
                book,
                1_700_000_000L + random.nextInt(1_000_000)));
      }
    }
    return lines.toString();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void build(String... more) {
    List<String> args =
        List.of(
            "build",
            "--out",
            path("index"),
            "--events",
            path("events.csv"),
            "--models",
            "popularity,itemknn");
    Cli.Run run = Cli.run(Stream.concat(args.stream(), Stream.of(more)).toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
  }

  private Cli.Run tune(String... more) {
    List<String> args =
        List.of(
            "tune", "--index", path("index"), "--events", path("events.csv"), "--restarts", "0");
    return Cli.run(Stream.concat(args.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private double weight(String signal) throws Exception {
    try (Recommender shop = Recommender.open(folder.resolve("index"))) {
      return shop.profiles().byName().get("home").signals().stream()
          .filter(part -> part.name().equals(signal))
          .findFirst()
          .orElseThrow()
          .weight();
    }
  }

  @Test
  void writesABetterProfileAsAGenerationThatCanBeRolledBack() throws Exception {
    build("--config", path("kindred.yaml"));
    Cli.Run run = tune("--split", "leave-one-out", "--json", "--report", path("tune.html"));
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode home = run.json().get("profiles").get("home");
    assertThat(home.get("significant").asBoolean()).isTrue();
    assertThat(home.get("gain").get("low").asDouble()).isPositive();
    assertThat(home.get("after").asDouble()).isGreaterThan(home.get("before").asDouble());
    assertThat(home.get("requests").asInt()).isEqualTo(USERS);
    assertThat(run.json().get("generation").asText()).isEqualTo("000002");
    assertThat(weight("itemknn")).isEqualTo(1);
    assertThat(weight("popularity")).isLessThan(1);
    try (Recommender shop = Recommender.open(folder.resolve("index"))) {
      assertThat(shop.recommend(Request.user("u1").size(3)).items())
          .isNotEmpty()
          .allMatch(item -> item.itemId().startsWith("g1-"));
    }
    assertThat(Files.readString(folder.resolve("tune.html")))
        .contains("<svg", "beyond chance", "weights under the listwise loss");
    assertThat(Cli.run("rollback", "--index", path("index")).code()).isZero();
    assertThat(weight("itemknn")).isEqualTo(0.01);
  }

  @Test
  void whatIsGoodAlreadyStays() throws Exception {
    build("--config", path("kindred.yaml"));
    assertThat(tune("--split", "leave-one-out").out()).contains("written as generation 000002");
    Cli.Run again = tune("--split", "leave-one-out");
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("not beyond chance, the profile stays", "nothing written");
    assertThat(folder.resolve("index/generations/000003")).doesNotExist();
  }

  @Test
  void aDryRunWritesNothing() throws Exception {
    build("--config", path("kindred.yaml"));
    Cli.Run run = tune("--split", "leave-one-out", "--dry-run");
    assertThat(run.out()).contains("beyond chance", "nothing written: a dry run");
    assertThat(weight("itemknn")).isEqualTo(0.01);
    assertThat(folder.resolve("index/generations/000002")).doesNotExist();
  }

  @Test
  void modelsThatHaveNotSeenTheEventsNeedNoTraining() throws Exception {
    build("--config", path("kindred.yaml"));
    Cli.Run run = tune("--split", "leave-one-out", "--no-retrain", "--dry-run", "--json");
    assertThat(run.json().get("profiles").get("home").get("significant").asBoolean()).isTrue();
  }

  @Test
  void theSameSeedLearnsTheSame() {
    build("--config", path("kindred.yaml"));
    JsonNode one = tune("--split", "leave-one-out", "--dry-run", "--json").json();
    JsonNode two = tune("--split", "leave-one-out", "--dry-run", "--json", "--threads", "3").json();
    assertThat(two.get("profiles").get("home").get("signals"))
        .isEqualTo(one.get("profiles").get("home").get("signals"));
  }

  @Test
  void aBuildCanLearnItsWeights() throws Exception {
    Files.writeString(
        folder.resolve("events.csv"),
        events().replaceAll("(?m)^(u[0-9].*)$", "$1\nv$1\nw$1\nx$1\ny$1"));
    build("--config", path("kindred.yaml"), "--tune");
    assertThat(weight("itemknn")).isGreaterThan(0.1);
    assertThat(folder.resolve("index/generations/000001")).exists();
  }

  @Test
  void aBuildWithTooFewUsersSaysThatItDoesNotLearn() {
    Cli.Run run =
        Cli.run(
            "build",
            "--out",
            path("small"),
            "--events",
            path("events.csv"),
            "--models",
            "popularity,itemknn",
            "--tune");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("weights are not learned:", "100 are needed");
  }

  @Test
  void wrongUsageSaysWhatIsKnown() {
    build();
    assertThat(tune("--metric", "ndgc@10").err()).contains("unknown metric \"ndgc\"");
    assertThat(tune("--profile", "hom").err()).contains("unknown profile \"hom\"");
    assertThat(tune("--gate", "histroy").err()).contains("did you mean history?");
    assertThat(tune("--folds", "1").code()).isEqualTo(2);
    assertThat(tune("--profile", "search").err()).contains("is asked with text");
  }
}
