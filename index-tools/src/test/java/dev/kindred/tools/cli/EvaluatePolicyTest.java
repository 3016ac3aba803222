package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.Recommender;
import dev.kindred.impressions.ImpressionLog;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatePolicyTest {
  @TempDir private Path folder;
  private String log;

  /** Shown at random; item c is clicked most. */
  @BeforeEach
  void write() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder("item,position,reward,propensity\n");
    for (int i = 0; i < 2000; i++) {
      int item = random.nextInt(3);
      int click = random.nextDouble() < 0.1 + 0.2 * item ? 1 : 0;
      text.append("abc".charAt(item)).append(",1,").append(click).append(",0.3333333\n");
    }
    log = folder.resolve("log.csv").toString();
    Files.writeString(Path.of(log), text);
  }

  private static JsonNode json(String line) throws JsonProcessingException {
    return new ObjectMapper().readTree(line);
  }

  @Test
  void everyPolicyHasEveryEstimate() throws Exception {
    Cli.Run run = Cli.run("evaluate", "--policy", "greedy,uniform", "--log", log, "--json");
    assertThat(run.err()).isEmpty();
    JsonNode greedy = json(run.lines().getFirst());
    assertThat(greedy.get("policy").asText()).isEqualTo("greedy");
    assertThat(greedy.get("rounds").asInt()).isEqualTo(1000);
    for (String name : new String[] {"ipw", "snipw", "dm", "dr", "replay"}) {
      JsonNode estimate = greedy.get("estimates").get(name);
      assertThat(estimate.get("value").asDouble()).as(name).isBetween(0.4, 0.6);
      assertThat(estimate.get("normal").get(0).asDouble()).isLessThan(0.5);
      assertThat(estimate.get("bootstrap")).hasSize(2);
    }
    JsonNode uniform = json(run.lines().getLast());
    assertThat(uniform.get("estimates").get("ipw").get("value").asDouble()).isBetween(0.25, 0.35);
    assertThat(uniform.get("effective_rounds").asDouble()).isBetween(999.0, 1000.1);
  }

  @Test
  void anotherLogIsLearnedFrom() throws Exception {
    Cli.Run run =
        Cli.run("evaluate", "--policy", "thompson", "--log", log, "--learn", log, "--json");
    assertThat(json(run.out()).get("rounds").asInt()).isEqualTo(2000);
  }

  @Test
  void theTableSaysWhatItIsWorth() {
    Cli.Run run = Cli.run("evaluate", "--policy", "greedy", "--log", log);
    assertThat(run.lines().getFirst()).startsWith("policy").contains("95 % bootstrap");
    assertThat(run.out()).contains("snipw", "say as much as", "replay is right only");
  }

  @Test
  void aReportDrawsEveryEstimate() throws IOException {
    String page = folder.resolve("policies.html").toString();
    Cli.Run run = Cli.run("evaluate", "--policy", "greedy,uniform", "--log", log, "--report", page);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("snipw");
    String html = Files.readString(Path.of(page));
    assertThat(html).contains("greedy", "uniform", "snipw", "--policy greedy,uniform", "95 %");
    assertThat(html.split("<svg", -1)).as("a chart an estimator").hasSize(6);
  }

  @Test
  void theFolderOfAReportIsMade() {
    Path report = folder.resolve("new/of/today/report.html");
    Cli.Run run =
        Cli.run("evaluate", "--policy", "greedy", "--log", log, "--report", report.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(report).exists();
  }

  @Test
  void aSimulationMeasuresRegretAndDrawsIt() throws Exception {
    String page = folder.resolve("regret.html").toString();
    String[] simulation = {
      "evaluate",
      "--policy",
      "thompson,uniform,imed",
      "--arms",
      "0.5,0.1,0.1",
      "--steps",
      "400",
      "--runs",
      "10",
      "--report",
      page,
      "--json"
    };
    Cli.Run run = Cli.run(simulation);
    assertThat(run.err()).isEmpty();
    JsonNode thompson = json(run.lines().getFirst());
    JsonNode uniform = json(run.lines().get(1));
    assertThat(thompson.get("policy").asText()).isEqualTo("thompson");
    assertThat(uniform.get("regret").asDouble())
        .as("two of three steps lose 0.4")
        .isBetween(95.0, 118.0);
    assertThat(thompson.get("regret").asDouble())
        .isPositive()
        .isLessThan(uniform.get("regret").asDouble() / 3);
    assertThat(thompson.get("curve")).hasSameSizeAs(thompson.get("steps")).hasSize(100);
    String html = Files.readString(Path.of(page));
    assertThat(html).contains("Regret over time", "imed", "[0.5, 0.1, 0.1]", "<polyline");
    assertThat(Cli.run(simulation).out()).as("the same seed").isEqualTo(run.out());
  }

  @Test
  void aSimulationThatMakesNoSenseIsWrongUsage() {
    assertThat(Cli.run("evaluate", "--policy", "thompson", "--arms", "0.5").err())
        .contains("at least two chances");
    assertThat(Cli.run("evaluate", "--policy", "thompson", "--arms", "0.5,1.5").err())
        .contains("1.5");
    assertThat(Cli.run("evaluate", "--policy", "tompson", "--arms", "0.5,0.1").err())
        .contains("did you mean thompson?");
    Cli.Run odd = Cli.run("evaluate", "--policy", "imed", "--arms", "0.5,0.1", "--steps", "11");
    assertThat(odd.code()).isEqualTo(2);
    assertThat(odd.err()).contains("--steps must be even and at least 100");
    assertThat(Cli.run("evaluate", "--arms", "0.5,0.1").err()).contains("played by --policy");
    Cli.Run both = Cli.run("evaluate", "--policy", "imed", "--arms", "0.5,0.1", "--log", log);
    assertThat(both.code()).isEqualTo(2);
  }

  @Test
  void wrongUsageAndWrongFilesAreToldApart() {
    assertThat(Cli.run("evaluate", "--policy", "greedy").code()).isEqualTo(2);
    assertThat(Cli.run("evaluate", "--log", log).err()).contains("belong together");
    assertThat(
            Cli.run("evaluate", "--models", "als", "--events", log, "--rewards", "click=1").err())
        .contains("--rewards, --logged and --policy belong together");
    Cli.Run rewarded =
        Cli.run("evaluate", "--policy", "greedy", "--log", log, "--rewards", "click=1");
    assertThat(rewarded.code()).isEqualTo(2);
    assertThat(rewarded.err()).contains("--log has its own rewards");
    Cli.Run guess = Cli.run("evaluate", "--policy", "gredy", "--log", log);
    assertThat(guess.code()).isEqualTo(2);
    assertThat(guess.err()).contains("did you mean greedy?");
    assertThat(Cli.run("evaluate", "--policy", "greedy", "--log", log + "x").code()).isEqualTo(1);
  }

  @Test
  void rankingsAreJudgedByWhatTheIndexHasShown(@TempDir Path folder) throws IOException {
    Path config = folder.resolve("kindred.yaml");
    Files.writeString(
        config,
        """
        profiles:
          try:
            retrievers: [ popular: { field: model.popularity } ]
            signals:
              - { name: popularity, signal: { popularity: { field: model.popularity } } }
              - { name: price, signal: { field: { field: price } }, weight: 0 }
            arrangers: [ epsilon: { epsilon: 0.5, pool: 8 } ]
          dear:
            retrievers: [ popular: { field: model.popularity } ]
            signals: [ { name: price, signal: { field: { field: price } } } ]
        """);
    Cli.Run built =
        Cli.run(SmallShop.build(folder, "--config", config.toString()).toArray(String[]::new));
    assertThat(built.code()).as(built.err()).isZero();
    Path index = folder.resolve("index");
    ImpressionLog impressions = ImpressionLog.of(index);
    double price = 0;
    int shown = 0;
    try (Recommender shop = Recommender.open(index, InstantSource.fixed(Cli.NOW))) {
      for (int visit = 0; visit < 300; visit++) {
        Request request = Request.user("v" + visit).now(Cli.NOW).profile("try").seed(visit).size(3);
        Recommendations page = shop.recommend(request);
        assertThat(page.rivals()).hasSize(5);
        impressions.shown("r" + visit, request, page);
        for (Scored item : page.items()) {
          price += item.signals().get("price");
          shown++;
          impressions.rewarded(
              "r" + visit, request.userId(), item.itemId(), item.signals().get("price"), Cli.NOW);
        }
      }
    }
    Map<String, Double> snipw =
        snipw(
            "evaluate",
            "--policy",
            "profile:try:0.5,profile:dear,uniform",
            "--index",
            index.toString(),
            "--logged",
            "try",
            "--json");
    assertThat(snipw).hasSize(3);
    assertThat(
            snipw("evaluate", "--policy", "thompson,greedy", "--index", index.toString(), "--json"))
        .as("what learns is judged by the second half")
        .hasSize(2);
    assertThat(snipw.get("profile:try:0.5"))
        .as("the logging ranking itself earns what it earned")
        .isCloseTo(price / shown, within(1e-6));
    assertThat(snipw.get("profile:dear")).as("rewards are prices").isGreaterThan(1 + price / shown);
    assertThat(
            Cli.run("evaluate", "--policy", "uniform", "--index", index.toString(), "--log", log)
                .code())
        .isEqualTo(2);
    Cli.Run unknown = Cli.run("evaluate", "--policy", "profile:home", "--index", index.toString());
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("which the log does not have");
  }

  private static Map<String, Double> snipw(String... args) throws IOException {
    Cli.Run run = Cli.run(args);
    assertThat(run.code()).as(run.err()).isZero();
    Map<String, Double> snipw = new HashMap<>();
    for (String line : run.lines()) {
      JsonNode json = new ObjectMapper().readTree(line);
      snipw.put(
          json.get("policy").asText(), json.get("estimates").get("snipw").get("value").asDouble());
    }
    return snipw;
  }
}
