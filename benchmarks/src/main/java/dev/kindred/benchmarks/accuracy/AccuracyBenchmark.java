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
import dev.kindred.tools.evaluate.metric.RatingMetric;
import dev.kindred.tools.evaluate.metric.RatingMetrics;
import dev.kindred.tools.evaluate.task.Task;
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
 * @param seed of everything random; further ones count up from it
 * @param seeds how often each model is trained
 * @param lines is given one JSON object a model, as soon as it is measured
 * @param log is told what is going on
 */
record AccuracyBenchmark(
    Path data, int threads, long seed, int seeds, Consumer<String> lines, Consumer<String> log) {

  /** Adds the row's results to the page. */
  void run(Row row, Page page) throws IOException {
    log.accept("row " + row.number() + ": reading " + row.title());
    if (row.protocol() instanceof Protocol.Ratings folds) {
      rate(row, folds, page);
      return;
    }
    Map<Protocol, Stage> stages = new LinkedHashMap<>();
    List<Stage.Measured> measured = new ArrayList<>();
    List<Repeated> results = new ArrayList<>();
    for (Entry entry : row.entries()) {
      Protocol protocol = entry.protocol() == null ? row.protocol() : entry.protocol();
      if (!stages.containsKey(protocol)) {
        stages.put(
            protocol, new Stage(protocol.task(data), protocol.items(data), threads, seed, log));
      }
      List<Stage.Measured> bySeed = measure(row, entry, stages.get(protocol));
      measured.add(bySeed.getFirst());
      results.add(Repeated.of(bySeed.stream().map(Stage.Measured::result).toList()));
    }
    write(page, row, results);
    compare(page, row, measured, stages);
    for (Stage stage : stages.values()) {
      List<Result> all = results.stream().map(Repeated::mean).toList();
      Report.of(stage.task(), all).notes().forEach(note -> page.paragraph("* " + note));
    }
  }

  private List<Stage.Measured> measure(Row row, Entry entry, Stage stage) throws IOException {
    List<Stage.Measured> bySeed = new ArrayList<>();
    for (long one = seed; one < seed + seeds; one++) {
      log.accept("row " + row.number() + ": " + entry.label() + ", seed " + one);
      Stage.Measured next = stage.seeded(one).measure(entry, row.metrics());
      bySeed.add(next);
      ObjectNode json = Report.json(next.result());
      lines.accept(json.put("row", row.number()).toString());
    }
    return bySeed;
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

  /** Errors of predicted ratings, the mean over folds. */
  private void rate(Row row, Protocol.Ratings protocol, Page page) throws IOException {
    List<Task> tasks = protocol.tasks(data);
    Facts facts = protocol.facts(data);
    List<RatingMetric> metrics = RatingMetrics.parse(row.metrics()).ratings();
    List<Repeated> results = new ArrayList<>();
    for (Entry entry : row.entries()) {
      log.accept("row " + row.number() + ": " + entry.label());
      List<Result> folds = new ArrayList<>();
      for (Task task : tasks) {
        folds.add(new Stage(task, facts, threads, seed, log).rate(entry, metrics));
      }
      Result mean = folds.size() == 1 ? folds.getFirst() : Result.average(folds);
      results.add(Repeated.of(List.of(mean)));
      ObjectNode json = Report.json(mean);
      lines.accept(json.put("row", row.number()).toString());
    }
    write(page, row, results);
    List<Result> all = results.stream().map(Repeated::mean).toList();
    new Report(tasks, all, List.of()).notes().forEach(note -> page.paragraph("* " + note));
  }

  private static void write(Page page, Row row, List<Repeated> results) {
    page.table(
        "model",
        "metric",
        "expected",
        "ours",
        "se",
        "se over seeds",
        "difference",
        "",
        "train s",
        "ask s");
    for (int i = 0; i < results.size(); i++) {
      lines(page, row.entries().get(i), results.get(i));
    }
    page.paragraph("Parameters:");
    for (Repeated repeated : results) {
      Result mean = repeated.mean();
      String seeds = repeated.seeds() == 1 ? "" : ", mean of " + repeated.seeds() + " seeds";
      page.paragraph("* " + mean.model() + ": `" + mean.params() + "`" + seeds);
    }
  }

  private static void lines(Page page, Entry entry, Repeated result) {
    result
        .mean()
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
      Page page, Repeated result, String metric, Estimate estimate, Expectation expected) {
    page.row(
        result.mean().model(),
        metric,
        expected == null ? "–" : expected.text(),
        number(estimate.value(), 4),
        number(estimate.se(), 4),
        number(result.errors().get(metric), 4),
        expected == null
            ? "–"
            : String.format(Locale.ROOT, "%+.4f", estimate.value() - expected.value()),
        expected == null ? "" : Page.verdict(expected.met(estimate.value())),
        number(result.mean().secondsTrain(), 1),
        number(result.mean().secondsEvaluate(), 1));
  }
}
