package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void wrongUsageAndWrongFilesAreToldApart() {
    assertThat(Cli.run("evaluate", "--policy", "greedy").code()).isEqualTo(2);
    assertThat(Cli.run("evaluate", "--log", log).err()).contains("belong together");
    Cli.Run guess = Cli.run("evaluate", "--policy", "gredy", "--log", log);
    assertThat(guess.code()).isEqualTo(2);
    assertThat(guess.err()).contains("did you mean greedy?");
    assertThat(Cli.run("evaluate", "--policy", "greedy", "--log", log + "x").code()).isEqualTo(1);
  }
}
