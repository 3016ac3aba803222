package dev.kindred.tools.report;

import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.metric.Estimate;
import java.util.List;
import java.util.Locale;

/** Metrics by model, each with its 95 % interval. */
record ResultTable(List<Result> results) {
  /** Of the normal distribution. */
  static final double TWO_SIDED = 1.96;

  String html() {
    List<String> metrics = List.copyOf(results.getFirst().metrics().keySet());
    StringBuilder head = new StringBuilder("<th scope=\"col\">Model</th>");
    metrics.forEach(
        metric -> head.append("<th scope=\"col\">").append(Html.escaped(metric)).append("</th>"));
    head.append(
        "<th scope=\"col\">Users</th><th scope=\"col\">Training</th><th"
            + " scope=\"col\">Answers</th>");
    StringBuilder rows = new StringBuilder();
    results.forEach(result -> rows.append(row(result, metrics)));
    return Html.element(
        "table",
        "",
        Html.element("thead", "", Html.element("tr", "", head.toString()))
            + Html.element("tbody", "", rows.toString()));
  }

  private static String row(Result result, List<String> metrics) {
    StringBuilder cells =
        new StringBuilder(Html.element("th", "scope=\"row\"", Html.escaped(result.model())));
    metrics.forEach(metric -> cells.append(cell(result.metrics().get(metric))));
    cells.append(number("%,d", result.users()));
    cells.append(number("%.1f s", result.secondsTrain()));
    cells.append(number("%.1f s", result.secondsEvaluate()));
    return Html.element("tr", "", cells.toString()) + "\n";
  }

  private static String cell(Estimate estimate) {
    if (estimate == null || Double.isNaN(estimate.value())) {
      return Html.text("td", "–");
    }
    double spread = TWO_SIDED * estimate.se();
    String interval =
        Double.isNaN(spread)
            ? ""
            : String.format(
                Locale.ROOT,
                "<br/><small>%.4f to %.4f</small>",
                estimate.value() - spread,
                estimate.value() + spread);
    return Html.element(
        "td", "", String.format(Locale.ROOT, "<b>%.4f</b>", estimate.value()) + interval);
  }

  private static String number(String format, Object value) {
    return Html.text("td", String.format(Locale.ROOT, format, value));
  }
}
