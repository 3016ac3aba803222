package dev.kindred.tools.report;

import dev.kindred.tools.chart.IntervalChart;
import dev.kindred.tools.chart.Place;
import dev.kindred.tools.evaluate.policy.PolicyEstimate;
import dev.kindred.tools.evaluate.policy.PolicyEvaluator.PolicyResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Policies judged by the log of another one, as one HTML file: what each estimator says with its
 * intervals, drawn one beside the other, and how much the log says at all. Immutable.
 *
 * @param results one a policy; at least one
 * @param command how the evaluation was asked for, to repeat it
 * @param when it was measured
 */
public record PolicyPage(List<PolicyResult> results, String command, Instant when) {
  /** What to know of the estimators. */
  public static final List<String> NOTES =
      List.of(
          "replay is right only where the log showed every item equally often",
          "dm is as right as its reward model: a ridge regression on position, and on item or"
              + " signals");

  public PolicyPage {
    results = List.copyOf(results);
  }

  /** The file's text. */
  public String html() {
    StringBuilder page = new StringBuilder(Sheet.origin(command, when));
    page.append(Html.text("h2", "Mean reward of an item shown"));
    page.append(
        Html.text(
            "p",
            "Each estimate with its 95 % interval: the normal one, from the standard error, and"
                + " below it the bootstrap's percentiles."));
    page.append(Sheet.wide("Estimates", estimates()));
    charts().forEach((estimator, places) -> page.append(chart(estimator, places)));
    page.append(Html.text("h2", "How much the log says"));
    page.append(
        Html.text(
            "p",
            "So many rounds of its own would say as much of a policy as the log does. Where they"
                + " are few, or one round counts very often, believe nothing, whatever the"
                + " interval."));
    page.append(Sheet.wide("How much the log says", weights()));
    return Sheet.html(title(), page.append(Sheet.notes(NOTES)).toString());
  }

  private String title() {
    return "Policies by the log of another: " + results.getFirst().log();
  }

  private List<String> estimators() {
    return results.getFirst().estimates().stream().map(PolicyEstimate::estimator).toList();
  }

  private String estimates() {
    List<String> columns = new ArrayList<>(List.of("Policy"));
    columns.addAll(estimators());
    List<List<String>> rows = new ArrayList<>();
    for (PolicyResult result : results) {
      List<String> row = new ArrayList<>(List.of(result.policy()));
      result.estimates().forEach(estimate -> row.add(cell(estimate)));
      rows.add(row);
    }
    return Sheet.table(columns, rows);
  }

  private static String cell(PolicyEstimate estimate) {
    double reach = ResultTable.TWO_SIDED * estimate.se();
    String normal = ResultTable.interval(estimate.value(), reach, "%.6f");
    PolicyEstimate.Interval bootstrap = estimate.bootstrap();
    return Double.isFinite(bootstrap.low()) && Double.isFinite(estimate.value())
        ? normal
            + "<br/>"
            + Html.text(
                "small",
                ResultTable.number("%.6f", bootstrap.low())
                    + " to "
                    + ResultTable.number("%.6f", bootstrap.high()))
        : normal;
  }

  /** By estimator, those of which the log says something. */
  private Map<String, List<Place>> charts() {
    Map<String, List<Place>> charts = new LinkedHashMap<>();
    for (PolicyResult result : results) {
      for (PolicyEstimate estimate : result.estimates()) {
        if (Double.isFinite(estimate.value()) && Double.isFinite(estimate.se())) {
          double reach = ResultTable.TWO_SIDED * estimate.se();
          charts
              .computeIfAbsent(estimate.estimator(), any -> new ArrayList<>())
              .add(new Place(result.policy(), estimate.value(), 0, reach));
        }
      }
    }
    return charts;
  }

  private static String chart(String estimator, List<Place> places) {
    return new IntervalChart(estimator, "mean reward with its 95 % interval", places).svg();
  }

  private String weights() {
    List<List<String>> rows = new ArrayList<>();
    for (PolicyResult result : results) {
      rows.add(
          List.of(
              result.policy(),
              ResultTable.number("%,d", result.rounds()),
              ResultTable.number("%,.0f", result.effective()),
              ResultTable.number("%,.1f", result.largestWeight())));
    }
    return Sheet.table(List.of("Policy", "Rounds", "Say as much as", "One counts at most"), rows);
  }
}
