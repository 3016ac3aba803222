package dev.kindred.tools.evaluate;

import dev.kindred.tools.evaluate.metric.Bootstrap;
import dev.kindred.tools.evaluate.metric.CatalogueStats;
import dev.kindred.tools.evaluate.metric.Estimate;
import dev.kindred.tools.evaluate.metric.ItemSimilarity;
import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.metric.Tally;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a model the queries of a task and measures its answers. The numbers depend neither on the
 * number of threads nor on the clock. Immutable and thread-safe; every method that sets something
 * returns a changed copy.
 *
 * @param metrics what to measure, at least one
 * @param threads how many queries are asked at once
 * @param bootstrap draws the resamples of standard errors and comparisons
 * @param similarity of items, for intra-list diversity; null when nothing is known of them
 * @param progress is told while answers come in
 */
public record Evaluator(
    List<Metric> metrics,
    int threads,
    Bootstrap bootstrap,
    ItemSimilarity similarity,
    Progress progress) {
  public Evaluator {
    metrics = List.copyOf(metrics);
    if (metrics.isEmpty() || threads < 1) {
      throw new IllegalArgumentException(
          "an evaluation needs a metric and a thread, was given "
              + metrics.size()
              + " and "
              + threads);
    }
  }

  /** Measures these with one thread. */
  public Evaluator(List<Metric> metrics) {
    this(metrics, 1, Bootstrap.DEFAULT, null, Progress.NONE);
  }

  public Evaluator threads(int count) {
    return new Evaluator(metrics, count, bootstrap, similarity, progress);
  }

  public Evaluator bootstrap(Bootstrap resampling) {
    return new Evaluator(metrics, threads, resampling, similarity, progress);
  }

  public Evaluator similarity(ItemSimilarity ofItems) {
    return new Evaluator(metrics, threads, bootstrap, ofItems, progress);
  }

  public Evaluator progress(Progress listener) {
    return new Evaluator(metrics, threads, bootstrap, similarity, listener);
  }

  /** Asks and measures. */
  public Result evaluate(String model, Task task, Answerer answerer) throws IOException {
    return measure(task, answer(model, task, answerer));
  }

  /**
   * Asks every query to the depth of the deepest metric.
   *
   * @throws IllegalStateException when an answer breaks the rules of {@link Answerer#rank}
   */
  public Run answer(String model, Task task, Answerer answerer) throws IOException {
    int k = metrics.stream().mapToInt(Metric::k).max().orElseThrow();
    Rules rules = new Rules(model, task.seen(), k);
    long start = System.nanoTime();
    List<List<String>> answers =
        new Workers<Query, List<String>>(task.queries(), progress)
            .run(threads, query -> rules.check(query, answerer.rank(query, k)));
    return new Run(model, answers, (System.nanoTime() - start) / 1e9);
  }

  /** Measures what was answered. */
  public Result measure(Task task, Run run) {
    CatalogueStats catalogue = catalogue(task);
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      estimates.put(metric.name(), tally(metric, catalogue, task, run).estimate(bootstrap));
    }
    return new Result(run.model(), estimates, task.queries().size(), 0, run.seconds(), Map.of());
  }

  /** Compares two runs of one task by the metric, user by user. */
  public Comparison compare(Metric metric, Task task, Run run, Run baseline) {
    CatalogueStats catalogue = catalogue(task);
    return Comparison.of(
        metric.name(),
        run.model(),
        tally(metric, catalogue, task, run),
        baseline.model(),
        tally(metric, catalogue, task, baseline),
        bootstrap);
  }

  private CatalogueStats catalogue(Task task) {
    CatalogueStats stats = CatalogueStats.of(task.train());
    return similarity == null ? stats : stats.with(similarity);
  }

  private static Tally tally(Metric metric, CatalogueStats catalogue, Task task, Run run) {
    if (run.answers().size() != task.queries().size()) {
      throw new IllegalArgumentException(
          "run "
              + run.model()
              + " has "
              + run.answers().size()
              + " answers to "
              + task.queries().size()
              + " queries; it belongs to another task");
    }
    Tally tally = metric.start(catalogue);
    for (int i = 0; i < run.answers().size(); i++) {
      tally.add(run.answers().get(i), task.queries().get(i).relevant());
    }
    return tally;
  }
}
