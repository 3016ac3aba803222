package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryCommandsTest {
  private static Cli.Run ask(String... args) {
    return Cli.run(
        Stream.concat(Stream.of(args), Stream.of("--index", SmallShop.index()))
            .toArray(String[]::new));
  }

  private static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.get("items").forEach(item -> ids.add(item.get("id").asText()));
    return ids;
  }

  static Stream<List<String>> asked() {
    return Stream.of(
        List.of("search", "vampire castle"),
        List.of("like", "gothic-1"),
        List.of("recommend", "--user", "u0"),
        List.of("recommend", "--history", "gothic-1,gothic-2"));
  }

  @ParameterizedTest
  @MethodSource("asked")
  void jsonHasTheDocumentedKeysAndNoOthers(List<String> asked) {
    List<String> args = new ArrayList<>(asked);
    args.add("--json");
    JsonNode answer = ask(args.toArray(String[]::new)).json();
    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly("items", "total", "took_ms", "models", "request_id");
    assertThat(answer.get("items")).isNotEmpty();
    for (JsonNode item : answer.get("items")) {
      assertThat(item.fieldNames())
          .toIterable()
          .containsExactly("id", "score", "fields", "signals", "propensity", "reasons");
      assertThat(item.get("propensity").asDouble()).isEqualTo(1.0);
      assertThat(item.get("fields").has("title")).isTrue();
      for (JsonNode reason : item.get("reasons")) {
        assertThat(reason.fieldNames()).toIterable().containsExactly("signal", "because", "share");
        assertThat(reason.get("share").asDouble()).isBetween(0.0, 1.0);
      }
    }
    assertThat(answer.get("models").get("als").asText()).startsWith("als@");
    assertThat(answer.get("took_ms").asDouble()).isNotNegative();
  }

  @ParameterizedTest
  @MethodSource("asked")
  void everythingAskedForIsOfTheGenre(List<String> asked) {
    List<String> args = new ArrayList<>(asked);
    args.addAll(List.of("--json", "--size", "3"));
    assertThat(ids(ask(args.toArray(String[]::new)).json()))
        .hasSizeBetween(1, 3)
        .allMatch(id -> id.startsWith("gothic"));
  }

  @ParameterizedTest
  @MethodSource("asked")
  void theListIsAlignedAndGivesReasons(List<String> asked) {
    Cli.Run run = ask(asked.toArray(String[]::new));
    assertThat(run.code()).isZero();
    assertThat(run.lines().getFirst()).startsWith("  1  gothic-").contains("gothic tale");
    assertThat(run.lines().get(1)).startsWith("     ").contains(" %)");
    assertThat(run.lines().getLast()).matches("\\d+ of \\d+ in [0-9.]+ ms");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void nothingLikeAMistypedIdIsSaidToBeMistyped() {
    Cli.Run run = ask("like", "gothic-1", "gotic-1", "--filter", "genre=nosuch");
    assertThat(run.out()).isEqualTo("nothing found\n");
    assertThat(run.err()).isEqualTo("the index has no item 'gotic-1'\n");
  }

  @Test
  void aPageBeyondAnyWindowIsRefusedWithTheReason() {
    Cli.Run run = ask("recommend", "--user", "u0", "--from", "2147483647");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("kindred: from + size = 2147483657 exceeds window 500");
  }

  @Test
  void explainAddsATreeThatSumsUpToTheScore() {
    JsonNode answer = ask("recommend", "--user", "u0", "--json", "--explain").json();
    for (JsonNode item : answer.get("items")) {
      JsonNode tree = item.get("explanation");
      assertThat(tree.fieldNames()).toIterable().containsExactly("value", "description", "details");
      assertThat(tree.get("value").floatValue()).isEqualTo(item.get("score").floatValue());
    }
  }

  @Test
  void explainPrintsTheTreeIndented() {
    assertThat(ask("like", "gothic-1", "--explain", "--size", "1").lines())
        .anyMatch(line -> line.matches(" {5}[0-9.]+  .*"))
        .anyMatch(line -> line.matches(" {7}-?[0-9.]+  .*"));
  }

  @Test
  void pagesFitTogether() {
    List<String> both = ids(ask("like", "sea-1", "--size", "6", "--json").json());
    List<String> second = ids(ask("like", "sea-1", "--size", "3", "--from", "3", "--json").json());
    assertThat(both.subList(3, 6)).isEqualTo(second);
  }

  @Test
  void filtersHold() {
    JsonNode answer =
        ask("search", "tale", "--filter", "price<=7", "--filter", "genre!=sea", "--json").json();
    assertThat(answer.get("items")).isNotEmpty();
    for (JsonNode item : answer.get("items")) {
      assertThat(item.get("fields").get("price").asDouble()).isLessThanOrEqualTo(7);
      assertThat(item.get("fields").get("genre").asText()).isNotEqualTo("sea");
    }
  }

  @Test
  void seenItemsAppearOnlyWhenAskedFor() {
    List<String> fresh = ids(ask("recommend", "--user", "u0", "--size", "30", "--json").json());
    List<String> all =
        ids(ask("recommend", "--user", "u0", "--size", "30", "--include-seen", "--json").json());
    assertThat(all).containsAll(fresh).hasSizeGreaterThan(fresh.size());
  }

  @Test
  void whatIsUnlikedIsNotShown() {
    assertThat(ids(ask("like", "sea-1", "--unlike", "sea-2,sea-3", "--json").json()))
        .isNotEmpty()
        .doesNotContain("sea-1", "sea-2", "sea-3");
  }

  @Test
  void unlikedItemsMayFollowOneAnother() {
    assertThat(ids(ask("like", "sea-1", "--json", "--unlike", "sea-2", "sea-3").json()))
        .isNotEmpty()
        .doesNotContain("sea-2", "sea-3");
  }

  @Test
  void aDomainNeedsAFieldThatTellsDomainsApart() {
    Cli.Run run = ask("recommend", "--user", "u0", "--domain", "films");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("--domain is films").contains("items.domain");
  }

  @Test
  void oneModelAloneIsAProfile() {
    JsonNode answer = ask("recommend", "--user", "u0", "--profile", "itemknn", "--json").json();
    assertThat(answer.get("items").get(0).get("signals").fieldNames())
        .toIterable()
        .containsExactly("itemknn");
  }

  @Test
  void aSeedNamesTheRequest() {
    String first = ask("like", "sea-1", "--seed", "7", "--json").json().get("request_id").asText();
    String again = ask("like", "sea-1", "--seed", "7", "--json").json().get("request_id").asText();
    String other = ask("like", "sea-1", "--json").json().get("request_id").asText();
    assertThat(first).isEqualTo(again).isNotEqualTo(other);
  }

  @Test
  void anUnknownProfileIsMetWithTheKnownOnes() {
    Cli.Run run = ask("like", "sea-1", "--profile", "hom");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("kindred: unknown profile \"hom\"; did you mean home?");
  }

  @Test
  void anUnknownFilterFieldIsAnError() {
    Cli.Run run = ask("like", "sea-1", "--filter", "colour=red");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("kindred: ").contains("colour");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void valuesOutOfRangeAreWrongUsage() {
    assertThat(ask("like", "sea-1", "--size", "-1").code()).isEqualTo(2);
    assertThat(ask("like", "sea-1", "--diversity", "2").code()).isEqualTo(2);
    assertThat(ask("like", "sea-1", "--now", "yesterday").code()).isEqualTo(2);
    assertThat(ask("like", "sea-1", "--filter", "price").code()).isEqualTo(2);
  }

  @Test
  void recommendNeedsSomebody() {
    Cli.Run run = ask("recommend");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--user U or --history");
  }

  @Test
  void aMissingIndexIsSaidToBeMissing() {
    Cli.Run run = Cli.run("recommend", "--user", "u0", "--index", "/nowhere/at/all");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("kindred: ").contains("/nowhere/at/all");
    assertThat(run.err().lines()).hasSize(1);
  }
}
