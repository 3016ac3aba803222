package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  @TempDir private Path folder;

  @Test
  void measuresARowAndWritesThePage() throws Exception {
    Path data = Files.createDirectories(folder.resolve("ml-1m-m1"));
    Files.writeString(data.resolve("train.txt"), "0 1 2 3\r\n1 1 2 4 5\r\n2 2 3 4\r\n3 1 5 6\r\n");
    Files.writeString(data.resolve("test.txt"), "0 4\r\n1 3 6\r\n2 1\r\n3 2\r\n");
    Path page = folder.resolve("results/accuracy.md");
    Cli.Run run =
        Cli.run(
            "bench",
            "accuracy",
            "--data",
            folder.toString(),
            "--row",
            "3",
            "--json",
            "--out",
            page.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lines()).hasSize(Rows.ALL.getFirst().contestants().size());
    for (String line : run.lines()) {
      assertThat(new ObjectMapper().readTree(line).get("metrics").fieldNames())
          .toIterable()
          .containsExactly("recall@20", "ndcg@20");
    }
    assertThat(page).content().contains("## Row 3", "| popularity |", "| ease λ=500 |", "SimpleX");
  }

  @Test
  void saysWhichDataAreMissing() {
    Cli.Run run = Cli.run("bench", "accuracy", "--data", folder.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("row 3 is skipped", "row 5 is skipped", "holds none");
  }

  @Test
  void anUnknownRowIsWrongUsage() {
    assertThat(Cli.run("bench", "accuracy", "--data", "x", "--row", "99").code()).isEqualTo(2);
    assertThat(Cli.run("bench").code()).isEqualTo(2);
  }
}
