package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that look after an index: inspect, items, rollback, forget. */
class IndexCareTest {
  @TempDir private Path folder;

  @Test
  void inspectPrintsWhatIsInside() {
    Cli.Run run = Cli.run("inspect", "--index", SmallShop.index());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsPattern("items +30\n")
        .containsPattern("users +30\n")
        .contains("als@2026-11-23T20:10:00Z", "profile", "generation", "commit");
  }

  @Test
  void inspectAsJson() {
    JsonNode json = Cli.run("inspect", "--index", SmallShop.index(), "--json").json();
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "items",
            "users",
            "bytes",
            "schema",
            "models",
            "profiles",
            "weights",
            "generations",
            "commit");
    assertThat(json.get("generations").get(0).get("current").asBoolean()).isTrue();
    assertThat(json.get("models").get(0).get("params")).isNotNull();
  }

  @Test
  void anAddedItemIsFoundAtOnce() throws Exception {
    String index = SmallShop.freshIndex(folder);
    Path more = folder.resolve("more.jsonl");
    Files.writeString(
        more,
        """
        {"id":"gothic-new","title":"Brand new vampire","genre":"gothic","description":"A vampire castle"}
        """);
    Cli.Run added = Cli.run("items", "add", more.toString(), "--index", index, "--json");
    assertThat(added.json().get("added").asInt()).isEqualTo(1);
    assertThat(Cli.run("search", "brand new vampire", "--size", "20", "--index", index).out())
        .contains("gothic-new");
    Cli.Run deleted = Cli.run("items", "delete", "gothic-new", "nobody", "--index", index);
    assertThat(deleted.out()).contains("deleted 1").contains("not in the index: nobody");
    assertThat(Cli.run("search", "brand new vampire", "--size", "20", "--index", index).out())
        .doesNotContain("gothic-new");
  }

  @Test
  void deletingAsJsonNamesUnknownIds() {
    String index = SmallShop.freshIndex(folder);
    JsonNode json = Cli.run("items", "delete", "nobody", "--index", index, "--json").json();
    assertThat(json.get("deleted").asInt()).isZero();
    assertThat(json.get("unknown").get(0).asText()).isEqualTo("nobody");
  }

  @Test
  void itemsNeedsAnAction() {
    assertThat(Cli.run("items").code()).isEqualTo(2);
  }

  @Test
  void aBadItemIsNamedWithFileAndLine() throws Exception {
    String index = SmallShop.freshIndex(folder);
    Path more = folder.resolve("more.jsonl");
    Files.writeString(more, "{\"id\":\"a\",\"title\":\"x\"}\n{\"id\":\n");
    Cli.Run run = Cli.run("items", "add", more.toString(), "--index", index);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).matches("(?s)kindred: .*more\\.jsonl:2: .*; .*");
  }

  @Test
  void rollbackServesTheGenerationBefore() {
    String index = SmallShop.freshIndex(folder);
    Cli.Run second = Cli.run(SmallShop.build(folder).toArray(String[]::new));
    assertThat(second.out()).contains("generation 000002");
    Cli.Run run = Cli.run("rollback", "--index", index, "--json");
    assertThat(run.json().get("from").asText()).isEqualTo("000002");
    assertThat(run.json().get("to").asText()).isEqualTo("000001");
    Cli.Run none = Cli.run("rollback", "--index", index);
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).startsWith("kindred: ");
  }

  @Test
  void forgettingErasesAUser() {
    String index = SmallShop.freshIndex(folder);
    JsonNode json = Cli.run("forget", "u0", "--index", index, "--json").json();
    assertThat(json.get("user").asText()).isEqualTo("u0");
    assertThat(json.get("events").asInt()).isPositive();
    assertThat(json.get("generations").get("000001").asInt()).isEqualTo(json.get("events").asInt());
    assertThat(Cli.run("forget", "u0", "--index", index).out())
        .contains("nothing was stored of user u0");
  }

  @Test
  void aFolderWithoutAnIndexIsAnError() {
    for (String command : new String[] {"inspect", "rollback"}) {
      Cli.Run run = Cli.run(command, "--index", folder.toString());
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).startsWith("kindred: ").doesNotContain("\tat ");
    }
  }

  @Test
  void numbersAreSetAndFiltersKnowThem(@TempDir Path folder) throws IOException {
    String index = SmallShop.freshIndex(folder);
    Cli.Run set = Cli.run("items", "set", "sea-1", "price=2.5", "--index", index);
    assertThat(set.out()).as(set.err()).isEqualTo("set numbers of 1 items\n");
    Path file = folder.resolve("prices.csv");
    Files.writeString(file, "id,price\nsea-2,1.5\nnobody,1\n");
    JsonNode update =
        Cli.run("items", "update", file.toString(), "--index", index, "--json").json();
    assertThat(update.get("set").asInt()).isOne();
    assertThat(update.get("unknown").get(0).asText()).isEqualTo("nobody");
    Cli.Run found = Cli.run("search", "sea", "--index", index, "--filter", "price<=3", "--json");
    assertThat(found.json().get("items"))
        .extracting(
            item -> item.get("id").asText(), item -> item.get("fields").get("price").asDouble())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("sea-1", 2.5),
            org.assertj.core.groups.Tuple.tuple("sea-2", 1.5));
    assertThat(Cli.run("items", "set", "sea-1", "price=", "--index", index).code()).isZero();
    assertThat(
            Cli.run("search", "sea", "--index", index, "--filter", "price<=3", "--json")
                .json()
                .get("items"))
        .hasSize(1);
  }

  @Test
  void whatIsNoNumberIsRefused(@TempDir Path folder) throws IOException {
    String index = SmallShop.index();
    for (String wrong : List.of("price", "=3", "price=dear", "price=Infinity", "title=3")) {
      Cli.Run run = Cli.run("items", "set", "sea-1", wrong, "--index", index);
      assertThat(run.code()).as(wrong).isEqualTo(2);
      assertThat(run.err())
          .contains(wrong.equals("title=3") ? "no number of the catalogue" : wrong);
    }
    Path file = folder.resolve("prices.jsonl");
    Files.writeString(file, "{\"id\":\"sea-2\",\"genre\":\"land\"}\n");
    Cli.Run run = Cli.run("items", "update", file.toString(), "--index", index);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("genre", "land");
  }
}
