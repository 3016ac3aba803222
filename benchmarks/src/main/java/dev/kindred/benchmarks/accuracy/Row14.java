package dev.kindred.benchmarks.accuracy;

import dev.kindred.benchmarks.report.Page;
import java.io.IOException;

/** A tuned hybrid against its best single signal, on movies with plots. */
record Row14() implements Section {
  @Override
  public int number() {
    return 14;
  }

  @Override
  public String title() {
    return new HybridMovies().title();
  }

  @Override
  public void run(AccuracyBenchmark benchmark, Page page) throws IOException {
    new Hybrid(
            new HybridMovies(),
            benchmark.threads(),
            benchmark.seed(),
            benchmark.lines(),
            benchmark.log())
        .run(benchmark.data(), page);
  }
}
