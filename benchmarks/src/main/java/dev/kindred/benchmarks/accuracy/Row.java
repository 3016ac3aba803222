package dev.kindred.benchmarks.accuracy;

import java.util.List;

/**
 * A row of the scoreboard.
 *
 * @param number on the scoreboard
 * @param title data and protocol, in words
 * @param protocol makes the task
 * @param metrics such as {@code recall@20,ndcg@20}
 * @param entries the models
 */
record Row(int number, String title, Protocol protocol, String metrics, List<Entry> entries) {
  Row {
    entries = List.copyOf(entries);
  }

  /** This row with only the entries of those algorithms or whose label starts so; all for none. */
  Row only(List<String> names) {
    List<Entry> some =
        entries.stream()
            .filter(entry -> names.isEmpty() || names.stream().anyMatch(entry::isCalled))
            .toList();
    return new Row(number, title, protocol, metrics, some);
  }
}
