package dev.kindred.benchmarks.accuracy;

import static dev.kindred.benchmarks.report.Page.number;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.benchmarks.report.Page;
import dev.kindred.tools.evaluate.Evaluator;
import dev.kindred.tools.evaluate.Report;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.metric.Estimate;
import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.metric.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Measures one row.
 *
 * @param data the folder of all data sets
 * @param threads to train and to ask with
 * @param seed of everything random
 * @param lines is given one JSON object a model, as soon as it is measured
 * @param log is told what is going on
 */
record AccuracyBenchmark(
    Path data, int threads, long seed, Consumer<String> lines, Consumer<String> log) {

  /** Adds the row's results to the page. */
  void run(Row row, Page page) throws IOException {
    log.accept("row " + row.number() + ": reading " + row.title());
    Map<Protocol, Stage> stages = new LinkedHashMap<>();
    List<Stage.Measured> measured = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    for (Entry entry : row.entries()) {
      log.accept("row " + row.number() + ": " + entry.label());
      Protocol protocol = entry.protocol() == null ? row.protocol() : entry.protocol();
      if (!stages.containsKey(protocol)) {
        stages.put(protocol, new Stage(protocol.task(data), protocol.items(data), threads, seed, log));
      }
      Stage.Measured next = stages.get(protocol).measure(entry, row.metrics());
      measured.add(next);
      results.add(next.result());
      ObjectNode json = Report.json(next.result());
      lines.accept(json.put("row", row.number()).toString());
    }
    write(page, row, results);
    compare(page, row, measured, stages);
    for (Stage stage : stages.values()) {
      List<Result> all = List.copyOf(results);
      Report.of(stage.task(), all).notes().forEach(note -> page.paragraph("* " + note));
    }
  }

  /** Every blend with every model of the same protocol. */
  private static void compare(
      Page page, Row row, List<Stage.Measured> measured, Map<Protocol, Stage> stages) {
    Metric first = Metrics.parse(row.metrics()).getFirst();
    for (int blend = 0; blend < measured.size(); blend++) {
      Entry entry = row.entries().get(blend);
      for (int other = 0; other < measured.size() && !entry.partners().isEmpty(); other++) {
        Entry baseline = row.entries().get(other);
        if (other != blend && Objects.equals(baseline.protocol(), entry.protocol())) {
          Protocol protocol = entry.protocol() == null ? row.protocol() : entry.protocol();
          page.paragraph(
              "* "
                  + new Evaluator(List.of(first))
                      .compare(
                          first,
                          stages.get(protocol).task(),
                          measured.get(blend).answers(),
                          measured.get(other).answers()));
        }
      }
    }
  }

  private static void write(Page page, Row row, List<Result> results) {
    page.table("model", "metric", "expected", "ours", "se", "difference", "", "train s", "ask s");
    for (int i = 0; i < results.size(); i++) {
      lines(page, row.entries().get(i), results.get(i));
    }
    page.paragraph("Parameters:");
    for (Result result : results) {
      page.paragraph("* " + result.model() + ": `" + result.params() + "`");
    }
  }

  private static void lines(Page page, Entry entry, Result result) {
    result
        .metrics()
        .forEach(
            (metric, estimate) -> {
              List<Expectation> expected =
                  entry.expectations().stream().filter(e -> e.metric().equals(metric)).toList();
              if (expected.isEmpty()) {
                line(page, result, metric, estimate, null);
              }
              expected.forEach(e -> line(page, result, metric, estimate, e));
            });
  }

  private static void line(
      Page page, Result result, String metric, Estimate estimate, Expectation expected) {
    page.row(
        result.model(),
        metric,
        expected == null ? "–" : expected.text(),
        number(estimate.value(), 4),
        number(estimate.se(), 4),
        expected == null
            ? "–"
            : String.format(Locale.ROOT, "%+.4f", estimate.value() - expected.value()),
        expected == null ? "" : Page.verdict(expected.met(estimate.value())),
        number(result.secondsTrain(), 1),
        number(result.secondsEvaluate(), 1));
  }
}
