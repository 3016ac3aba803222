package dev.kindred.benchmarks.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindred.benchmarks.report.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffPolicyBenchmarkTest {
  private static final Path DATA = Path.of("../../shared/data").toAbsolutePath().normalize();

  /** 52 estimates of numpy, values and standard errors alike. */
  @Test
  void everyEstimateIsThatOfIndependentCode() throws IOException {
    assumeTrue(Files.exists(DATA.resolve("open-bandit")), "reference data are absent");
    List<String> lines = new ArrayList<>();
    Page page = new Page("test");
    new OffPolicyBenchmark(DATA, 42, lines::add, line -> {}).run(page);
    String text = page.toString();
    assertThat(lines).hasSize(4 * 4 * 5);
    assertThat(text.lines().filter(line -> line.endsWith("| met |"))).hasSize(4 + 52);
    assertThat(text).doesNotContain("missed");
  }
}
