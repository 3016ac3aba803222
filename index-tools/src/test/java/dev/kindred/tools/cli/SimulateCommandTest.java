package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
  @TempDir private Path folder;

  private Cli.Run simulate(String out, String... more) {
    String[] args = {
      "simulate",
      "--items",
      "40",
      "--users",
      "20",
      "--events",
      "300",
      "--out",
      folder.resolve(out).toString()
    };
    return Cli.run(Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void writesACatalogueAndEvents() throws Exception {
    assertThat(simulate("world").out()).contains("40 items").contains("20 readers");
    assertThat(Files.readAllLines(folder.resolve("world/items.jsonl"))).hasSize(40);
    assertThat(Files.readAllLines(folder.resolve("world/events.csv")))
        .hasSizeGreaterThan(250)
        .first()
        .isEqualTo("user,item,type,value,timestamp");
  }

  @Test
  void theSeedDecides() throws Exception {
    simulate("a", "--seed", "1");
    simulate("b", "--seed", "1");
    simulate("c", "--seed", "2");
    assertThat(folder.resolve("a/events.csv"))
        .hasSameTextualContentAs(folder.resolve("b/events.csv"));
    assertThat(Files.readString(folder.resolve("a/events.csv")))
        .isNotEqualTo(Files.readString(folder.resolve("c/events.csv")));
  }

  @Test
  void whatItWritesCanBeBuilt() {
    simulate("world");
    Cli.Run run =
        Cli.run(
            "build",
            "--data",
            folder.resolve("world").toString(),
            "--models",
            "popularity",
            "--out",
            folder.resolve("index").toString(),
            "--json");
    assertThat(run.json().get("counts").get("items").asInt()).isEqualTo(40);
  }

  @Test
  void countsTheEventsThereAre() throws Exception {
    String world = folder.resolve("world").toString();
    String[] args = {"--items", "2", "--users", "20", "--events", "300", "--out", world, "--json"};
    Cli.Run run =
        Cli.run(Stream.concat(Stream.of("simulate"), Stream.of(args)).toArray(String[]::new));
    int said = run.json().get("events").asInt();
    assertThat(Files.readAllLines(folder.resolve("world/events.csv"))).hasSize(1 + said);
    assertThat(said).isLessThan(200);
  }

  @Test
  void jsonAndWrongNumbers() {
    assertThat(simulate("world", "--json").json().get("seed").asLong()).isEqualTo(42);
    assertThat(
            Cli.run("simulate", "--items", "0", "--users", "1", "--events", "1", "--out", "x")
                .code())
        .isEqualTo(2);
  }
}
