package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.model.registry.Models;
import dev.kindred.tools.read.EventLoader;
import dev.kindred.tools.read.Format;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.config.EventRules;
import dev.kindred.tools.train.LongWork;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.registry.Trainers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainCommandTest {
  @TempDir private Path folder;

  @BeforeEach
  void write() throws Exception {
    Files.writeString(folder.resolve("events.csv"), SmallShop.events());
  }

  private Cli.Run train(String... args) {
    return Cli.run(
        Stream.concat(
                Stream.of("train", "--events", folder.resolve("events.csv").toString()),
                Stream.concat(
                    Stream.of("--out", folder.resolve("model").toString()), Stream.of(args)))
            .toArray(String[]::new));
  }

  @Test
  void writesAnArtifactThatLoads() throws Exception {
    JsonNode json =
        train("als", "--param", "factors=4", "--param", "als.iterations=2", "--json").json();
    assertThat(json.get("params").get("factors").asInt()).isEqualTo(4);
    assertThat(json.get("params").get("iterations").asInt()).isEqualTo(2);
    assertThat(Models.load(folder.resolve("model")).manifest().id())
        .isEqualTo("als@2026-11-23T20:10:00Z")
        .isEqualTo(json.get("model").asText());
  }

  @Test
  void saysWhatItTrained() {
    assertThat(train("popularity").out()).startsWith("trained popularity@");
  }

  @Test
  void keepsAFullFolder() throws Exception {
    Files.createDirectories(folder.resolve("model"));
    Files.writeString(folder.resolve("model/precious"), "x");
    Cli.Run run = train("popularity");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("the folder is not empty");
    assertThat(folder.resolve("model/precious")).exists();
  }

  @Test
  void aFinishedTrainingLeavesNoCheckpoint() {
    Cli.Run run = train("gru", "--param", "epochs=2", "--param", "factors=8", "--json");
    assertThat(run.code()).isZero();
    assertThat(run.json().get("metrics").get("epochs").asInt()).isEqualTo(2);
    assertThat(folder.resolve("model/manifest.json")).exists();
    assertThat(folder.resolve("model.checkpoint")).doesNotExist();
  }

  @Test
  void thereMustBeSomethingToResume() {
    Cli.Run run = train("gru", "--resume");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("model.checkpoint: no checkpoint to resume");
  }

  @Test
  void resumesFromTheCheckpointBeforeWhenACrashLeftNoOther() throws Exception {
    LongWork work =
        new LongWork(folder.resolve("model.checkpoint.old"), false, null, () -> Instant.EPOCH);
    Interactions events =
        EventLoader.load(
                Inputs.STRICT.events(folder.resolve("events.csv"), Format.AUTO),
                EventRules.COMMON,
                List.of())
            .interactions();
    Run run = new Run("gru", "1", new Globals().seed(), 1, Progress.NONE, work);
    Map<String, String> parameters = Map.of("epochs", "2", "factors", "8");
    Trainers.create("gru", parameters).train(new Dataset(events, List.of()), run);
    Cli.Run resumed = train("gru", "--resume", "--param", "epochs=2", "--param", "factors=8");
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("resumed after epoch 2");
    assertThat(folder.resolve("model/manifest.json")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--resume", "--time-limit=PT1M"})
  void onlyNetworksCanBeCutShortOrResumed(String option) {
    Cli.Run run = train("als", option);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("--resume and --time-limit are for networks, such as sasrec, which als is not");
  }

  @Test
  void anotherModelsCheckpointIsKept() throws Exception {
    Path checkpoint = Files.createDirectories(folder.resolve("model.checkpoint"));
    assertThat(train("popularity").code()).isZero();
    assertThat(checkpoint).exists();
  }

  @Test
  void aTimeLimitIsADuration() {
    assertThat(train("gru", "--time-limit", "soon").code()).isEqualTo(2);
    Cli.Run run = train("gru", "--time-limit", "PT0S");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("the time limit must be positive");
  }

  @Test
  void wrongNamesAreWrongUsage() {
    assertThat(train("alss").err()).contains("did you mean als?");
    assertThat(train("als", "--param", "facters=4").err()).contains("did you mean factors?");
    assertThat(train("als", "--format", "cs").err()).contains("did you mean csv?");
    assertThat(train("alss").code()).isEqualTo(2);
  }
}
