package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateCommandTest {
  @TempDir private Path folder;

  @BeforeEach
  void write() throws Exception {
    Files.writeString(folder.resolve("events.csv"), SmallShop.events());
    Files.writeString(folder.resolve("items.jsonl"), SmallShop.items());
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private Cli.Run evaluate(String... args) {
    return Cli.run(
        Stream.concat(Stream.of("evaluate", "--events", file("events.csv")), Stream.of(args))
            .toArray(String[]::new));
  }

  private static List<JsonNode> lines(Cli.Run run) throws JsonProcessingException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : run.lines()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  @Test
  void jsonIsOneObjectAModelWithTheDocumentedKeys() throws Exception {
    Cli.Run run =
        evaluate(
            "--models",
            "popularity,itemknn",
            "--split",
            "leave-one-out",
            "--metrics",
            "ndcg@10,hr@5",
            "--param",
            "itemknn.neighbours=5",
            "--json");
    assertThat(run.code()).isZero();
    List<JsonNode> models = lines(run);
    assertThat(models)
        .extracting(model -> model.get("model").asText())
        .containsExactly("popularity", "itemknn");
    for (JsonNode model : models) {
      assertThat(model.fieldNames())
          .toIterable()
          .containsExactly("model", "metrics", "users", "seconds", "params");
      assertThat(model.get("metrics").fieldNames()).toIterable().containsExactly("ndcg@10", "hr@5");
      assertThat(model.get("metrics").get("hr@5").has("value")).isTrue();
      assertThat(model.get("metrics").get("hr@5").has("se")).isTrue();
      assertThat(model.get("seconds").has("train")).isTrue();
      assertThat(model.get("users").asInt()).isEqualTo(30);
    }
    assertThat(models.get(1).get("params").get("neighbours").asInt()).isEqualTo(5);
  }

  private void writeRatings() throws Exception {
    Files.writeString(
        folder.resolve("events.csv"), SmallShop.events().replace(",view,1,", ",rating,4,"));
  }

  @Test
  void errorsOfPredictedRatings() throws Exception {
    writeRatings();
    Cli.Run run =
        evaluate("--models", "bias", "--split", "folds:2", "--metrics", "rmse,hr@5,mae", "--json");
    assertThat(run.err()).isEmpty();
    JsonNode metrics = lines(run).getFirst().get("metrics");
    assertThat(metrics.fieldNames()).toIterable().containsExactly("rmse", "hr@5", "mae");
    assertThat(metrics.get("rmse").get("value").asDouble()).isLessThan(1e-6);
    assertThat(metrics.get("hr@5").get("value").asDouble()).isPositive();
    Cli.Run table = evaluate("--models", "bias", "--split", "random:0.8", "--metrics", "rmse");
    assertThat(table.out()).contains("rmse and mae are over all");
  }

  @Test
  void aModelWithoutRatingsSaysSo() throws Exception {
    writeRatings();
    Cli.Run run = evaluate("--models", "popularity", "--split", "random:0.8", "--metrics", "rmse");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("no model of profile 'popularity' predicts ratings");
  }

  @Test
  void personalModelsBeatPopularityOnTastes() throws Exception {
    List<JsonNode> models =
        lines(
            evaluate(
                "--models",
                "popularity,itemknn,ease,als",
                "--split",
                "leave-one-out",
                "--metrics",
                "hr@5",
                "--param",
                "als.factors=8",
                "--json"));
    double popularity = hit(models.getFirst());
    assertThat(models.subList(1, 4)).allMatch(model -> hit(model) > popularity);
  }

  private static double hit(JsonNode model) {
    return model.get("metrics").get("hr@5").get("value").asDouble();
  }

  @Test
  void theTableSaysWhatToKnow() {
    Cli.Run run = evaluate("--models", "popularity", "--split", "leave-one-out");
    assertThat(run.lines().getFirst()).startsWith("model").contains("ndcg@10", "recall@20");
    assertThat(run.out()).contains("leaks", "seen items are filtered");
  }

  @Test
  void contentReadsTheCatalogue() {
    Cli.Run run =
        evaluate(
            "--models",
            "content",
            "--items",
            file("items.jsonl"),
            "--split",
            "leave-one-out",
            "--json");
    assertThat(run.err()).isEmpty();
    assertThat(run.json().get("metrics").get("recall@20").get("value").asDouble()).isPositive();
  }

  @Test
  void foldsAreAveraged() {
    Cli.Run run = evaluate("--models", "popularity", "--split", "folds:3", "--json");
    assertThat(run.json().get("users").asInt()).isGreaterThan(30);
  }

  @Test
  void anIndexIsMeasuredByProfile() throws Exception {
    Cli.Run run =
        evaluate(
            "--index", SmallShop.index(), "--profile", "home,als", "--split", "time:0.8", "--json");
    assertThat(lines(run))
        .extracting(model -> model.get("model").asText())
        .containsExactly("home", "als");
    assertThat(run.err()).contains("as it is");
  }

  @Test
  void writesFilesForTrecEval() throws Exception {
    Cli.Run run =
        evaluate(
            "--models",
            "popularity",
            "--split",
            "leave-one-out",
            "--run-file",
            file("run"),
            "--qrels-file",
            file("qrels"));
    assertThat(run.code()).isZero();
    assertThat(Files.readAllLines(folder.resolve("qrels")))
        .hasSize(30)
        .allMatch(l -> l.endsWith(" 1"));
    assertThat(Files.readString(folder.resolve("run"))).contains(" Q0 ").contains(" popularity");
  }

  @Test
  void aPublishedSplitWithNegativesWarnsOfSampling() throws Exception {
    Files.writeString(folder.resolve("train.csv"), SmallShop.events());
    Files.writeString(folder.resolve("test.csv"), "user,item,timestamp\nu0,space-1,1800000000\n");
    Files.writeString(folder.resolve("negatives"), "(u0,space-1)\tspace-2\tsea-1\tspace-1\n");
    Cli.Run run =
        Cli.run(
            "evaluate",
            "--models",
            "popularity",
            "--train",
            file("train.csv"),
            "--test",
            file("test.csv"),
            "--negatives",
            file("negatives"),
            "--metrics",
            "hr@1");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("WARNING", "Krichene", "negatives are the held-out item");
  }

  @Test
  void optionsThatDoNotFitTogetherAreWrongUsage() {
    assertThat(evaluate().err()).contains("--models, --index or --policy");
    assertThat(evaluate("--models", "als", "--train", "x").code()).isEqualTo(2);
    assertThat(evaluate("--models", "als", "--negatives", "x").code()).isEqualTo(2);
    assertThat(evaluate("--models", "als", "--metrics", "ndcgg@10").err())
        .contains("did you mean ndcg?");
    assertThat(evaluate("--models", "alss").err()).contains("did you mean als?");
    assertThat(evaluate("--models", "als", "--split", "tme:0.9").code()).isEqualTo(2);
    assertThat(evaluate("--models", "als", "--param", "ease.x=1").code()).isEqualTo(2);
    assertThat(evaluate("--models", "als", "--param", "als.facters=1").err())
        .contains("did you mean factors?");
    assertThat(evaluate("--models", "als", "--split", "folds:3", "--run-file", "x").code())
        .isEqualTo(2);
  }

  @Test
  void aReportIsOnePageWithCharts() throws Exception {
    Cli.Run run =
        evaluate(
            "--models",
            "popularity,itemknn",
            "--split",
            "leave-one-out",
            "--metrics",
            "ndcg@10",
            "--report",
            file("report.html"));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    String page = Files.readString(folder.resolve("report.html"));
    assertThat(page)
        .contains("<svg", "popularity", "itemknn", "Popularity bias", "--split leave-one-out");
    assertThat(page.split("<svg", -1)).hasSize(4);
  }

  private Cli.Run tradeOff(String what, String... more) {
    return evaluate(
        Stream.concat(
                Stream.of(
                    "--index",
                    SmallShop.index(),
                    "--split",
                    "leave-one-out",
                    "--metrics",
                    "ndcg@10,ild@10,novelty@10,coverage@10",
                    "--tradeoff",
                    what),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static double at(JsonNode line, String metric) {
    return line.get("metrics").get(metric).get("value").asDouble();
  }

  @Test
  void varietyRisesWithStrength() throws Exception {
    Cli.Run run = tradeOff("diversity", "--json", "--chart", file("curves.html"));
    assertThat(run.code()).as(run.err()).isZero();
    List<JsonNode> points = lines(run);
    for (String way : List.of("diversity", "dpp")) {
      List<JsonNode> own = points.stream().filter(p -> p.get("way").asText().equals(way)).toList();
      assertThat(own).hasSize(7);
      assertThat(own.getFirst().get("strength").asDouble()).isZero();
      assertThat(at(own.get(4), "ild@10")).isGreaterThan(at(own.getFirst(), "ild@10"));
    }
    assertThat(Files.readString(Path.of(file("curves.html"))))
        .contains("ndcg@10 against ild@10", "ndcg@10 against coverage@10", "<svg");
  }

  @Test
  void aWeightBelowZeroShowsTheLessPopular() throws Exception {
    List<JsonNode> points = lines(tradeOff("popularity", "--json"));
    assertThat(points).hasSize(7);
    assertThat(at(points.getLast(), "novelty@10"))
        .isGreaterThan(at(points.getFirst(), "novelty@10"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--models als --profile home                | --profile belongs to --index",
        "--index index --items items.jsonl          | --items belongs to --models",
        "--models als --chart chart.html            | --chart belongs to --tradeoff",
        "--models als --no-refit                    | --no-refit belongs to --validation",
        "--index index --tradeoff diversity --report page.html | --tradeoff writes a --chart",
        "--index index --tradeoff diversity --run-file run.txt | --tradeoff writes a --chart"
      })
  void whatWouldBeIgnoredIsWrongUsage(String options, String reason) {
    Cli.Run run = evaluate(options.split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("kindred: " + reason);
  }

  @Test
  void whatIsSplitAlreadyIsNotSplitAgain() {
    String events = file("events.csv");
    Cli.Run run =
        Cli.run(
            "evaluate",
            "--models",
            "als",
            "--train",
            events,
            "--test",
            events,
            "--split",
            "folds:5");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("kindred: --split belongs to --events");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--report", "--run-file", "--qrels-file"})
  void aFileThatCannotBeWrittenIsNoticedBeforeTheWork(String option) {
    String[] unread = {"evaluate", "--models", "als", "--events", file("nosuch.csv"), option};
    Cli.Run inFile = Cli.run(with(unread, file("events.csv/page.html")));
    assertThat(inFile.code()).isEqualTo(1);
    assertThat(inFile.err())
        .startsWith("kindred: " + file("events.csv") + ": it is a file, expected a folder");
    assertThat(Cli.run(with(unread, folder.toString())).err())
        .startsWith("kindred: " + folder + ": it is a folder, expected the name of a file");
  }

  private static String[] with(String[] words, String last) {
    return Stream.concat(Stream.of(words), Stream.of(last)).toArray(String[]::new);
  }

  @Test
  void aTradeoffNeedsAnIndexAndTwoMetrics() {
    Cli.Run run =
        evaluate("--models", "popularity", "--tradeoff", "diversity", "--split", "leave-one-out");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--tradeoff measures one profile of an --index");
  }
}
