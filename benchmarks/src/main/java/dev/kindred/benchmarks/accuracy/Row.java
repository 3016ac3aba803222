package dev.kindred.benchmarks.accuracy;

import dev.kindred.benchmarks.report.Page;
import java.io.IOException;
import java.util.List;

/**
 * A row of the scoreboard that measures models on a task.
 *
 * @param number on the scoreboard
 * @param title data and protocol, in words
 * @param protocol makes the task
 * @param metrics such as {@code recall@20,ndcg@20}
 * @param entries the models
 */
record Row(int number, String title, Protocol protocol, String metrics, List<Entry> entries)
    implements Section {
  Row {
    entries = List.copyOf(entries);
  }

  @Override
  public void run(AccuracyBenchmark benchmark, Page page) throws IOException {
    benchmark.run(this, page);
  }

  @Override
  public List<String> labels() {
    return entries.stream().map(Entry::label).toList();
  }

  /** This row with only the entries of those algorithms or whose label starts so; all for none. */
  @Override
  public Row only(List<String> names) {
    List<Entry> some =
        entries.stream()
            .filter(entry -> names.isEmpty() || names.stream().anyMatch(entry::isCalled))
            .toList();
    return new Row(number, title, protocol, metrics, some);
  }
}
