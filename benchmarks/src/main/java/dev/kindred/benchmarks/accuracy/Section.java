package dev.kindred.benchmarks.accuracy;

import dev.kindred.benchmarks.report.Page;
import java.io.IOException;
import java.util.List;

/** A row of the scoreboard, whatever it measures. */
interface Section {
  /** On the scoreboard. */
  int number();

  /** Data and protocol, in words. */
  String title();

  /** Measures and adds the results to the page. */
  void run(AccuracyBenchmark benchmark, Page page) throws IOException;

  /** Of its models, in their order; none for a row that is measured as a whole. */
  default List<String> labels() {
    return List.of();
  }

  /** With some of its models alone; all for none. A row without models is whole or not at all. */
  default Section only(List<String> names) {
    return this;
  }
}
