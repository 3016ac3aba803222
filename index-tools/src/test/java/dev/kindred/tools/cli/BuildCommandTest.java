package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildCommandTest {
  @TempDir private Path folder;

  private Cli.Run build(String... more) {
    return Cli.run(SmallShop.build(folder, more).toArray(String[]::new));
  }

  @Test
  void saysWhatItBuilt() {
    Cli.Run run = build();
    assertThat(run.code()).isZero();
    assertThat(run.lines().getFirst()).startsWith("built generation 000001 in ");
    assertThat(run.out())
        .contains("30 items", "30 users", "als@2026-11-23T20:10:00Z", "profiles: ");
  }

  @Test
  void jsonIsTheReport() {
    JsonNode json = build("--json").json();
    assertThat(json.get("counts").get("items").asInt()).isEqualTo(30);
    assertThat(json.get("versions").has("als")).isTrue();
    assertThat(json.get("seconds").has("train als")).isTrue();
  }

  @Test
  void aConfigurationChoosesModels() throws Exception {
    Path config = folder.resolve("kindred.yaml");
    Files.writeString(config, "models: [ popularity, { als: { factors: 4 } } ]\n");
    SmallShop.build(folder);
    Cli.Run run =
        Cli.run(
            "build",
            "--data",
            folder.toString(),
            "--config",
            config.toString(),
            "--out",
            folder.resolve("index").toString(),
            "--quiet",
            "--json");
    assertThat(run.err()).isEmpty();
    assertThat(run.json().get("versions").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("popularity", "als");
  }

  @Test
  void printsAConfigurationToStartFrom() {
    Cli.Run run = Cli.run("build", "--print-config");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("items:", "events:", "models:");
  }

  @Test
  void aBadLineIsNamedWithFileAndLine() throws Exception {
    List<String> args = SmallShop.build(folder);
    Path events = folder.resolve("events.csv");
    Files.writeString(events, Files.readString(events) + "u1,sea-1,view,many,1700000000\n");
    Cli.Run run = Cli.run(args.toArray(String[]::new));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).matches("(?s)kindred: .*events\\.csv:\\d+: .*many.*; .*");
    assertThat(run.err().strip().lines().filter(line -> line.startsWith("kindred: "))).hasSize(1);
  }

  @Test
  void badLinesCanBePutUpWith() throws Exception {
    List<String> args = SmallShop.build(folder, "--skip-bad-lines", "1");
    Path events = folder.resolve("events.csv");
    Files.writeString(events, Files.readString(events) + "u1,sea-1,view,many,1700000000\n");
    Cli.Run run = Cli.run(args.toArray(String[]::new));
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("1 bad lines skipped");
  }

  @Test
  void aMissingFileIsNamed() {
    Cli.Run run =
        Cli.run("build", "--events", "/nowhere.csv", "--out", folder.resolve("i").toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("kindred: /nowhere.csv: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --models=alss              | unknown model "alss"; did you mean als?
          --param=als.factor=9       | unknown parameter of als "factor"; did you mean factors?
          --param=als.factors=many   | model 'als': factors must be a whole number, was many
          --param=als.solver=fastest | model 'als': solver must be one of AUTO, CHOLESKY, CG
          """)
  void whatFitsNoModelIsWrongUsage(String option, String problem) throws Exception {
    Cli.Run run = build(option);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("kindred: " + problem);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void sourcesExcludeOneAnother() {
    Cli.Run run = build("--movielens", "ml-100k");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("build from what?");
  }

  @Test
  void aParameterOfAnUntrainedModelIsWrongUsage() {
    Cli.Run run = build("--param", "ease.regularization=9");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--param names ease");
  }

  @Test
  void aParameterWithoutAModelIsWrongUsage() {
    Cli.Run run = build("--param", "factors=9");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("write MODEL.NAME=VALUE");
  }

  @Test
  void needsAPlaceToBuildTo() {
    assertThat(Cli.run("build", "--data", "x").err()).contains("--out");
  }

  @Test
  void watchersSeeProgress() {
    Cli.Run run = Cli.watched(SmallShop.build(folder).toArray(String[]::new));
    assertThat(run.err()).contains("\r");
    assertThat(run.out()).doesNotContain("\r");
  }
}
