package dev.kindred.tools.evaluate;

import dev.kindred.tools.evaluate.metric.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Results in columns: the model to the left, numbers to the right. */
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(List<Result> results) {
    List<String> metrics =
        results.isEmpty() ? List.of() : List.copyOf(results.getFirst().metrics().keySet());
    List<String> head = new ArrayList<>(List.of("model"));
    head.addAll(metrics);
    head.addAll(List.of("users", "train s", "evaluate s"));
    rows.add(head);
    for (Result result : results) {
      List<String> row = new ArrayList<>(List.of(result.model()));
      metrics.forEach(metric -> row.add(cell(result.metrics().get(metric))));
      row.add(String.format(Locale.ROOT, "%,d", result.users()));
      row.add(String.format(Locale.ROOT, "%.1f", result.secondsTrain()));
      row.add(String.format(Locale.ROOT, "%.1f", result.secondsEvaluate()));
      rows.add(row);
    }
  }

  private static String cell(Estimate estimate) {
    return estimate == null
        ? "-"
        : String.format(Locale.ROOT, "%.4f ±%.4f", estimate.value(), estimate.se());
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(pad(row.getFirst(), width(0), false));
      for (int column = 1; column < row.size(); column++) {
        text.append("  ").append(pad(row.get(column), width(column), true));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String pad(String cell, int width, boolean right) {
    String gap = " ".repeat(width - cell.length());
    return right ? gap + cell : cell + gap;
  }
}
