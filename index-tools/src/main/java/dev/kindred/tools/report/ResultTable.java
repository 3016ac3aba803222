package dev.kindred.tools.report;

import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.metric.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Metrics by model, each with its 95 % interval. */
record ResultTable(List<Result> results) {
  /** Of the normal distribution. */
  static final double TWO_SIDED = 1.96;

  String html() {
    List<String> metrics = List.copyOf(results.getFirst().metrics().keySet());
    List<String> columns = new ArrayList<>(List.of("Model"));
    columns.addAll(metrics);
    columns.addAll(List.of("Users", "Training", "Answers"));
    return Sheet.table(columns, results.stream().map(result -> row(result, metrics)).toList());
  }

  private static List<String> row(Result result, List<String> metrics) {
    List<String> cells = new ArrayList<>(List.of(result.model()));
    metrics.forEach(metric -> cells.add(cell(result.metrics().get(metric))));
    cells.add(number("%,d", result.users()));
    cells.add(number("%.1f s", result.secondsTrain()));
    cells.add(number("%.1f s", result.secondsEvaluate()));
    return cells;
  }

  private static String cell(Estimate estimate) {
    return estimate == null ? "–" : interval(estimate.value(), TWO_SIDED * estimate.se(), "%.4f");
  }

  /** A number, and beneath it the interval that reaches so far to either side. */
  static String interval(double value, double reach, String format) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    String number = Html.text("b", number(format, value));
    return Double.isFinite(reach)
        ? number
            + "<br/>"
            + Html.text(
                "small", number(format, value - reach) + " to " + number(format, value + reach))
        : number;
  }

  static String number(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }
}
