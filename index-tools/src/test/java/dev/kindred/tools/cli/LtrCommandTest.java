package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.rank.combine.trees.TreeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From events to a profile that judges by trees, as the guide says. */
class LtrCommandTest {
  @TempDir private Path folder;

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static Cli.Run ok(String... args) {
    Cli.Run run = Cli.run(args);
    Assumptions.assumeFalse(run.err().contains("native library does not load"), run.err());
    assertThat(run.code()).as("%s: %s", List.of(args), run.err()).isZero();
    return run;
  }

  private String learned(String index) {
    JsonNode exported =
        ok(
                "ltr",
                "export",
                "--index",
                index,
                "--events",
                path("events.csv"),
                "--split",
                "leave-one-out",
                "--out",
                path("judgments.txt"),
                "--json")
            .json();
    assertThat(exported.get("requests").asInt()).isGreaterThan(10);
    assertThat(exported.get("signals").size()).isGreaterThan(2);
    JsonNode trained =
        ok(
                "ltr",
                "train",
                path("judgments.txt"),
                "--out",
                path("trees.txt"),
                "--min-rows",
                "2",
                "--leaves",
                "4",
                "--trees",
                "30",
                "--json")
            .json();
    assertThat(trained.at("/standing/learned").asDouble()).isBetween(0.0, 1.0);
    assertThat(trained.at("/standing/trees").asInt()).isPositive();
    return path("trees.txt");
  }

  @Test
  void eventsBecomeTreesAndTreesRank() throws IOException {
    String index = SmallShop.freshIndex(folder);
    List<String> asked =
        List.of(
            "recommend", "--user", "u0", "--index", index, "--explain", "--json", "--size", "5");
    JsonNode before = ok(asked.toArray(String[]::new)).json();
    String model = learned(index);
    int trees = TreeFiles.read(Path.of(model)).forest().trees();

    JsonNode used = ok("ltr", "use", "--index", index, "--model", model, "--json").json();
    assertThat(used.get("trees").asInt()).isEqualTo(trees);
    assertThat(used.get("source").asText()).isEqualTo("lightgbm lambdarank");

    JsonNode after = ok(asked.toArray(String[]::new)).json();
    assertThat(after.get("items")).hasSize(before.get("items").size());
    for (JsonNode item : after.get("items")) {
      JsonNode explanation = item.get("explanation");
      assertThat((float) explanation.get("value").asDouble())
          .isEqualTo((float) item.get("score").asDouble());
      assertThat(explanation.toString())
          .contains("leaves of " + trees + " trees (lightgbm lambdarank)")
          .contains("contribution of als along the paths");
      for (JsonNode reason : item.get("reasons")) {
        assertThat(reason.get("share").asDouble()).isBetween(0.05, 1.0);
      }
    }
    JsonNode measured =
        ok(
                "evaluate",
                "--index",
                index,
                "--events",
                path("events.csv"),
                "--split",
                "leave-one-out",
                "--metrics",
                "ndcg@10",
                "--json",
                "--quiet")
            .json();
    assertThat(measured.at("/metrics/ndcg@10/value").asDouble()).isGreaterThan(0.2);

    ok("rollback", "--index", index);
    assertThat(ok(asked.toArray(String[]::new)).json().get("items")).isEqualTo(before.get("items"));
    ok("ltr", "use", "--index", index, "--model", model);
    ok("ltr", "use", "--index", index, "--off");
    assertThat(ok(asked.toArray(String[]::new)).json().get("items")).isEqualTo(before.get("items"));
  }

  @Test
  void whatWasShownBecomesJudgments() throws IOException {
    String index = SmallShop.freshIndex(folder);
    List<String> lines = new ArrayList<>(List.of("user,item,type,value,timestamp"));
    for (int user = 0; user < 4; user++) {
      JsonNode page =
          ok(
                  "recommend",
                  "--user",
                  "u" + user,
                  "--index",
                  index,
                  "--log-impression",
                  "--json",
                  "--size",
                  "4")
              .json();
      String chosen = page.at("/items/2/id").asText();
      lines.add("u" + user + "," + chosen + ",purchase,1," + (Cli.NOW.getEpochSecond() + 60));
      lines.add("u" + user + ",nothing-shown,view,1," + (Cli.NOW.getEpochSecond() + 60));
    }
    Files.write(folder.resolve("clicks.csv"), lines);
    JsonNode exported =
        ok(
                "ltr",
                "export",
                "--index",
                index,
                "--shown",
                "--events",
                path("clicks.csv"),
                "--grade",
                "purchase=5",
                "--out",
                path("shown.txt"),
                "--missing",
                "-1",
                "--json")
            .json();
    assertThat(exported.get("shown").asInt()).isEqualTo(4);
    assertThat(exported.get("events").asInt()).isEqualTo(4);
    assertThat(exported.get("events_of_nothing_shown").asInt()).isEqualTo(4);
    assertThat(exported.get("rows").asInt()).isEqualTo(16);
    List<String> written = Files.readAllLines(folder.resolve("shown.txt"));
    assertThat(written.getFirst()).startsWith("# signals: 1=");
    assertThat(written.get(3)).startsWith("5 qid:1 1:");
    assertThat(written.get(1)).startsWith("0 qid:1 1:");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    String index = SmallShop.index();
    assertThat(Cli.run("ltr").err()).contains("ltr what? export, train or use");
    Cli.Run nothing = Cli.run("ltr", "export", "--index", index, "--out", path("j"));
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).contains("give --events, or --shown");
    Cli.Run search =
        Cli.run(
            "ltr",
            "export",
            "--index",
            index,
            "--profile",
            "search",
            "--events",
            path("e"),
            "--out",
            path("j"));
    assertThat(search.code()).isEqualTo(2);
    assertThat(search.err()).contains("is asked with text");
    Cli.Run empty = Cli.run("ltr", "export", "--index", index, "--shown", "--out", path("j"));
    assertThat(empty.code()).isEqualTo(1);
    assertThat(empty.err()).contains("nothing to learn from");
    Cli.Run both = Cli.run("ltr", "use", "--index", index);
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("give --model FILE, or --off");
    Files.writeString(folder.resolve("m.txt"), "what");
    Cli.Run model = Cli.run("ltr", "use", "--index", index, "--model", path("m.txt"));
    assertThat(model.code()).isNotZero();
    assertThat(model.err()).contains("m.txt:1: begins with \"what\"");
    Files.writeString(folder.resolve("j.txt"), "1 qid:1 1:x\n");
    Cli.Run train = Cli.run("ltr", "train", path("j.txt"), "--out", path("t"));
    assertThat(train.err()).contains("j.txt:1: \"x\" is no number");
    assertThat(Cli.run("ltr", "train", path("j.txt"), "--out", path("t"), "--leaves", "1").code())
        .isEqualTo(2);
  }
}
