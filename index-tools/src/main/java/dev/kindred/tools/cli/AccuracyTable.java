package dev.kindred.tools.cli;

import dev.kindred.tools.cli.Rows.Row;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.metric.Estimate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Results as a page in Markdown. */
final class AccuracyTable {
  private final StringBuilder page =
      new StringBuilder(
          "# Accuracy\n\nWritten by `./kindred bench accuracy`; ± is one standard error over users.\n");
  private boolean empty = true;

  boolean isEmpty() {
    return empty;
  }

  void add(Row row, List<Result> results) {
    empty = false;
    List<String> metrics = List.copyOf(results.getFirst().metrics().keySet());
    page.append("\n## Row ").append(row.number()).append(": ").append(row.title()).append("\n\n");
    page.append("| model | ").append(String.join(" | ", metrics));
    page.append(" | users | train s | evaluate s |\n|---|");
    page.append("---:|".repeat(metrics.size() + 3)).append('\n');
    results.forEach(result -> page.append(line(result)));
    page.append("\nBeside:\n\n");
    row.anchors().forEach(anchor -> page.append("* ").append(anchor).append('\n'));
  }

  private static String line(Result result) {
    String figures =
        result.metrics().values().stream()
            .map(AccuracyTable::figure)
            .collect(Collectors.joining(" | "));
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,d | %.1f | %.1f |%n",
        result.model(),
        figures,
        result.users(),
        result.secondsTrain(),
        result.secondsEvaluate());
  }

  private static String figure(Estimate estimate) {
    return String.format(Locale.ROOT, "%.4f ±%.4f", estimate.value(), estimate.se());
  }

  void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Files.writeString(file, page, StandardCharsets.UTF_8);
  }
}
