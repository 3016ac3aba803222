package dev.kindred.benchmarks.accuracy;

import dev.kindred.benchmarks.bandit.OffPolicyBenchmark;
import dev.kindred.benchmarks.bandit.RegretBenchmark;
import dev.kindred.benchmarks.report.Page;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All rows of the scoreboard: those that measure models, and those of bandits. */
final class Sections {
  static final List<Section> ALL =
      Stream.<Section>concat(
              Rows.ALL.stream(),
              Stream.of(new Simulations(), new OffPolicy(), Row13.row(), new Row14()))
          .sorted(Comparator.comparingInt(Section::number))
          .toList();

  private Sections() {}

  /** Bandits whose truth is known; {@code bench bandit} draws their curves besides. */
  private record Simulations() implements Section {
    @Override
    public int number() {
      return 11;
    }

    @Override
    public String title() {
      return "Bandits in simulations, regret after 10,000 steps";
    }

    @Override
    public void run(AccuracyBenchmark benchmark, Page page) {
      new RegretBenchmark(benchmark.seed(), benchmark.lines(), benchmark.log()).run(page);
    }
  }

  /** What policies would have earned. */
  private record OffPolicy() implements Section {
    @Override
    public int number() {
      return 12;
    }

    @Override
    public String title() {
      return "Off-policy estimates on the Open Bandit logs";
    }

    @Override
    public void run(AccuracyBenchmark benchmark, Page page) throws IOException {
      new OffPolicyBenchmark(benchmark.data(), benchmark.seed(), benchmark.lines(), benchmark.log())
          .run(page);
    }
  }
}
