package dev.kindred.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreboardTest {
  @TempDir private Path folder;

  private static Row row(int number) {
    return new Row(number, "data " + number, null, "ndcg@10", List.of());
  }

  private void put(int number, String body) throws IOException {
    Scoreboard scoreboard = Scoreboard.read(folder.resolve("accuracy.md"));
    scoreboard.put(row(number), body);
    scoreboard.write();
  }

  @Test
  void rowsStandInTheirOrder() throws IOException {
    put(5, "\nfive\n");
    put(3, "\nthree\n");
    assertThat(Files.readString(folder.resolve("accuracy.md")))
        .isEqualTo("# Accuracy\n\n## Row 3: data 3\n\nthree\n\n## Row 5: data 5\n\nfive\n");
  }

  @Test
  void aRowMeasuredAgainReplacesItselfAndNothingElse() throws IOException {
    put(3, "\nthree\n");
    put(12, "\ntwelve\n");
    put(3, "\nanother three\n");
    assertThat(Files.readString(folder.resolve("accuracy.md")))
        .isEqualTo(
            "# Accuracy\n\n## Row 3: data 3\n\nanother three\n\n## Row 12: data 12\n\ntwelve\n");
  }

  @Test
  void aModelIsMergedIntoItsRowAndIntoNoOther() throws IOException {
    Entry one = new Entry("one", "popularity", Map.of());
    Row row = new Row(3, "data 3", null, "ndcg@10", List.of(one));
    put(5, "\nfive\n");
    Path file = folder.resolve("accuracy.md");
    for (String value : List.of("0.1", "0.2")) {
      Scoreboard scoreboard = Scoreboard.read(file);
      scoreboard.merge(row, "\n| model | metric |\n| --- | ---: |\n| one | " + value + " |\n");
      scoreboard.write();
    }
    assertThat(Files.readString(file))
        .contains("## Row 3: data 3\n\n| model", "| one | 0.2 |", "## Row 5: data 5\n\nfive")
        .doesNotContain("0.1");
  }
}
