package dev.kindred.tools.report;

import dev.kindred.tools.chart.IntervalChart;
import dev.kindred.tools.chart.LineChart;
import dev.kindred.tools.chart.Place;
import dev.kindred.tools.chart.ScatterChart;
import dev.kindred.tools.chart.Series;
import dev.kindred.tools.evaluate.Report;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.metric.Estimate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * An evaluation as one HTML file: the table with intervals, each metric as a chart, what accuracy
 * costs in coverage, which items each model shows, and everything to know about the numbers. Equal
 * results make an equal file. Immutable.
 *
 * @param report the results; at least one
 * @param exposure of the same runs
 * @param command how the evaluation was asked for, to repeat it
 * @param when it was measured
 */
public record EvaluationPage(Report report, Exposure exposure, String command, Instant when) {
  /** As many curves as a chart holds beside that of the training data. */
  private static final int CURVES = 7;

  /** The file's text. */
  public String html() {
    return Sheet.html(title(), body());
  }

  private String title() {
    return "Evaluation: " + report.tasks().getFirst().name();
  }

  private String body() {
    StringBuilder page = new StringBuilder(Sheet.origin(command, when));
    page.append(Html.text("h2", "Results"));
    page.append(
        Html.text("p", "Each value with its 95 % interval, 1.96 standard errors to either side."));
    page.append(Sheet.wide("Results", new ResultTable(report.results()).html()));
    metrics().forEach(metric -> page.append(intervals(metric)));
    if (!exposure.models().isEmpty()) {
      page.append(tradeOff()).append(popularityBias());
    }
    page.append(parameters());
    return page.append(Sheet.notes(report.notes())).toString();
  }

  private List<String> metrics() {
    return List.copyOf(report.results().getFirst().metrics().keySet());
  }

  private String intervals(String metric) {
    List<Place> places = new ArrayList<>();
    for (Result result : report.results()) {
      Estimate estimate = result.metrics().get(metric);
      if (estimate != null && !Double.isNaN(estimate.value())) {
        places.add(
            new Place(result.model(), estimate.value(), 0, ResultTable.TWO_SIDED * estimate.se()));
      }
    }
    return places.isEmpty()
        ? ""
        : new IntervalChart(metric, metric + " with its 95 % interval", places).svg();
  }

  private String tradeOff() {
    String metric = metrics().getFirst();
    List<Place> places = new ArrayList<>();
    for (Result result : report.results()) {
      Estimate estimate = result.metrics().get(metric);
      if (exposure.models().contains(result.model()) && !Double.isNaN(estimate.value())) {
        double spread = ResultTable.TWO_SIDED * estimate.se();
        double coverage = exposure.coverage(result.model());
        places.add(new Place(result.model(), estimate.value(), coverage, spread));
      }
    }
    if (places.isEmpty()) {
      return "";
    }
    return Html.text("h2", "Accuracy and diversity")
        + Html.text(
            "p",
            "To the right models that find what users took; at the top models that show much of"
                + " the catalogue to somebody. Coverage is the share of all items among the first "
                + Exposure.DEPTH
                + " places of all answers.")
        + new ScatterChart(metric + " and coverage", metric, "coverage", places).svg();
  }

  private String popularityBias() {
    double[] tenths = IntStream.rangeClosed(1, Exposure.GROUPS).asDoubleStream().toArray();
    StringBuilder charts = new StringBuilder();
    List<String> models = exposure.models();
    for (int from = 0; from < models.size(); from += CURVES) {
      List<Series> curves = new ArrayList<>();
      for (String model : models.subList(from, Math.min(models.size(), from + CURVES))) {
        curves.add(new Series(model, tenths, exposure.shares(model), null));
      }
      curves.add(new Series("training events", tenths, exposure.trainingShares(), null));
      charts.append(
          new LineChart(
                  "Popularity bias",
                  "tenth of the items, the most popular first",
                  "share of places shown",
                  curves)
              .svg());
    }
    return Html.text("h2", "Popularity bias")
        + Html.text(
            "p",
            "Which items fill the first "
                + Exposure.DEPTH
                + " places. A model without a bias follows the training events; one above them at"
                + " the left shows the popular items more than they were taken.")
        + charts;
  }

  private String parameters() {
    StringBuilder list = new StringBuilder();
    for (Result result : report.results()) {
      if (!result.params().isEmpty()) {
        Map<String, Object> sorted = new TreeMap<>(result.params());
        list.append(
            Html.element(
                "li",
                "",
                Html.text("b", result.model()) + " " + Html.text("code", sorted.toString())));
      }
    }
    return list.isEmpty()
        ? ""
        : Html.text("h2", "Parameters") + Html.element("ul", "", list.toString());
  }
}
