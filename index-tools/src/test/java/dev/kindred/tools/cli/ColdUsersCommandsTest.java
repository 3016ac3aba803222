package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop that knows of its readers where they live, and what those get who never read. */
class ColdUsersCommandsTest {
  private static final List<String> TOWNS = List.of("Whitby", "Mars", "Hull");

  @TempDir private static Path folder;

  /** Readers of one genre live in one town; three newcomers have read nothing. */
  @BeforeAll
  static void build() throws IOException {
    List<String> users = new ArrayList<>(List.of("user,town,nick"));
    for (int user = 0; user < 33; user++) {
      String id = user < 30 ? "u" + user : "new" + user % 3;
      users.add(id + "," + TOWNS.get(user % 3) + ",n" + user);
    }
    Files.write(folder.resolve("users.csv"), users);
    List<String> args =
        new ArrayList<>(SmallShop.build(folder, "--users", folder.resolve("users.csv").toString()));
    args.set(args.indexOf("popularity,content,itemknn,als"), "popularity,als,coldusers");
    Cli.Run run = Cli.run(args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static JsonNode first(String... asked) {
    List<String> args = new ArrayList<>(List.of("recommend", "--profile", "als", "--json"));
    args.addAll(List.of("--index", folder.resolve("index").toString()));
    args.addAll(List.of(asked));
    return Cli.run(args.toArray(String[]::new)).json().get("items");
  }

  @Test
  void aNewcomerGetsWhatTheTownReads() {
    assertThat(first("--user", "new0").get(0).get("id").asText()).startsWith("gothic");
    assertThat(first("--user", "new1").get(0).get("id").asText()).startsWith("space");
    assertThat(first("--user", "new2").get(0).get("id").asText()).startsWith("sea");
  }

  @Test
  void theContextMaySayIt() {
    assertThat(first("--user", "nobody", "--context", "town=Mars").get(0).get("id").asText())
        .startsWith("space");
  }

  @Test
  void ofAStrangerNothingIsKnown() {
    assertThat(first("--user", "nobody")).isEmpty();
  }

  @Test
  void whoHasReadIsKnownByThat() {
    JsonNode read = first("--history", "sea-1,sea-2", "--context", "town=Mars");
    assertThat(read.get(0).get("id").asText()).startsWith("sea");
  }
}
