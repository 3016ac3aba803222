package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {
  private static Cli.Run explain(String... args) {
    return Cli.run(
        Stream.concat(
                Stream.of("explain"),
                Stream.concat(Stream.of(args), Stream.of("--index", SmallShop.index())))
            .toArray(String[]::new));
  }

  @Test
  void aRankedItemHasARankAndATree() {
    Cli.Run run = explain("gothic-2", "--like", "gothic-1");
    assertThat(run.code()).isZero();
    assertThat(run.lines().getFirst()).matches("gothic-2: recommended at rank \\d+");
    assertThat(run.out()).contains("  - proposed by").containsPattern("\n {2}[0-9.]+  ");
  }

  @Test
  void aSeenItemIsSaidToBeSeen() {
    Cli.Run run = explain("gothic-1", "--like", "gothic-1");
    assertThat(run.lines().getFirst()).startsWith("gothic-1: not recommended: it was seen already");
  }

  @Test
  void aFilteredItemIsSaidToBeFiltered() {
    Cli.Run run = explain("gothic-2", "--like", "gothic-1", "--filter", "genre=sea");
    assertThat(run.out()).contains("does not meet the filter");
  }

  @Test
  void anUnknownItemIsSaidToBeUnknown() {
    Cli.Run run = explain("atlantis", "--user", "u0");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("the index has no such item");
  }

  @Test
  void anItemThatNothingProposedIsSaidToBe() {
    Cli.Run run = explain("sea-1", "--text", "vampire castle");
    assertThat(run.out()).contains("no retriever proposed it");
  }

  @Test
  void jsonSaysTheSame() {
    JsonNode json = explain("gothic-2", "--like", "gothic-1", "--json").json();
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("id", "verdict", "rank", "notes", "explanation");
    assertThat(json.get("verdict").asText()).isEqualTo("ranked");
    assertThat(json.get("explanation").fieldNames())
        .toIterable()
        .containsExactly("value", "description", "details");
  }

  @Test
  void jsonOfAnUnknownItemHasNoExplanation() {
    JsonNode json = explain("atlantis", "--user", "u0", "--json").json();
    assertThat(json.get("verdict").asText()).isEqualTo("unknown");
    assertThat(json.get("explanation").isNull()).isTrue();
  }

  @Test
  void needsSomethingToExplain() {
    assertThat(explain("gothic-1").code()).isEqualTo(2);
  }
}
