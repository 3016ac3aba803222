package dev.kindred.benchmarks.accuracy;

import static dev.kindred.benchmarks.report.Page.number;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.benchmarks.report.Page;
import dev.kindred.tools.evaluate.Report;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.metric.Estimate;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    Task task = row.protocol().task(data);
    Stage stage = new Stage(task, threads, seed);
    List<Result> results = new ArrayList<>();
    for (Entry entry : row.entries()) {
      log.accept("row " + row.number() + ": " + entry.label());
      Result result = stage.measure(entry, row.metrics());
      results.add(result);
      ObjectNode json = Report.json(result);
      lines.accept(json.put("row", row.number()).toString());
    }
    write(page, row, results);
    Report.of(task, results).notes().forEach(note -> page.paragraph("* " + note));
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
