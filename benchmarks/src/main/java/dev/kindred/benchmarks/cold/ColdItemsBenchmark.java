package dev.kindred.benchmarks.cold;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.Recommender;
import dev.kindred.benchmarks.report.Page;
import dev.kindred.data.Dataset;
import dev.kindred.data.Item;
import dev.kindred.model.Model;
import dev.kindred.tools.build.DefaultProfiles;
import dev.kindred.tools.build.ExactServing;
import dev.kindred.tools.evaluate.Evaluator;
import dev.kindred.tools.evaluate.Run;
import dev.kindred.tools.evaluate.ServingAnswerer;
import dev.kindred.tools.evaluate.metric.Estimate;
import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.metric.Metrics;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.train.Dependent;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.util.IOUtils;

/**
 * Asks models for items that they have never seen, through the serving path: what is known of such
 * an item is its content alone.
 *
 * @param catalogue all items with their content
 * @param reading parameters of {@code content} and {@code cold}: which fields they read
 * @param threads to train and to ask with
 * @param seed of models
 * @param log is told what is going on
 */
record ColdItemsBenchmark(
    ColdSplit split,
    List<Item> catalogue,
    Map<String, String> reading,
    int threads,
    long seed,
    Consumer<String> log) {
  private static final Metric RECALL = Metrics.parse("recall@20").getFirst();
  private static final Metric NDCG = Metrics.parse("ndcg@20").getFirst();

  /**
   * A ranking to measure.
   *
   * @param algorithm whose model orders the items
   * @param cold parameters of what predicts for it; null for nothing
   */
  record Contender(
      String label, String algorithm, Map<String, String> parameters, Map<String, String> cold) {}

  /**
   * What came of it.
   *
   * @param answers among all items
   * @param metrics of what predicts; empty for nothing
   */
  private record Outcome(
      Contender contender,
      Estimate amongAll,
      Estimate amongCold,
      Estimate warm,
      Estimate both,
      Run answers,
      Map<String, Double> metrics) {}

  /** What is asked, made once. */
  private record Tasks(Task coldAmongAll, Task coldAmongCold, Task warm, Task both) {
    static Tasks of(ColdSplit split) {
      Task all = split.coldAmongAll();
      return new Tasks(all, split.amongCold(all), split.warmAmongAll(), split.bothAmongAll());
    }
  }

  /** Measures and adds a table. */
  void run(List<Contender> contenders, Page page) throws IOException {
    Tasks tasks = Tasks.of(split);
    Task all = tasks.coldAmongAll;
    page.paragraph(
        split.cold().size()
            + " of "
            + catalogue.size()
            + " items are cold; "
            + all.queries().size()
            + " users are asked for.");
    List<Outcome> outcomes = new ArrayList<>();
    Map<String, Model> trained = new LinkedHashMap<>();
    for (Contender contender : contenders) {
      log.accept(contender.label);
      outcomes.add(measure(contender, trained, tasks));
    }
    write(outcomes, page);
    verdicts(all, outcomes, page);
  }

  private Outcome measure(Contender contender, Map<String, Model> trained, Tasks tasks)
      throws IOException {
    Dataset data = new Dataset(split.train(), catalogue);
    Model model =
        trained.computeIfAbsent(
            contender.algorithm + contender.parameters,
            key ->
                Trainers.create(contender.algorithm, contender.parameters)
                    .train(data, circumstances(contender.algorithm)));
    Map<String, Model> models = new LinkedHashMap<>(Map.of(contender.algorithm, model));
    if (contender.cold != null) {
      Map<String, String> parameters = new LinkedHashMap<>(reading);
      parameters.putAll(contender.cold);
      Dependent<?> cold = (Dependent<?>) Trainers.create("cold", parameters);
      models.put("cold", cold.train(data, List.of(model), circumstances("cold")));
    }
    var profile = DefaultProfiles.exact(model.manifest());
    Path folder = Files.createTempDirectory("kindred-bench-cold");
    try (Recommender served =
        new ExactServing(ExactServing.BARE, threads, Instant.EPOCH)
            .open(folder, models, catalogue, profile)) {
      Asker asker = new Asker(served, profile.name(), contender.label);
      Run answers = asker.ask(tasks.coldAmongAll);
      return new Outcome(
          contender,
          asker.estimate(RECALL, tasks.coldAmongAll, answers),
          asker.estimate(RECALL, tasks.coldAmongCold, asker.ask(tasks.coldAmongCold)),
          asker.estimate(NDCG, tasks.warm, asker.ask(tasks.warm)),
          asker.estimate(NDCG, tasks.both, asker.ask(tasks.both)),
          answers,
          contender.cold == null ? Map.of() : models.get("cold").manifest().metrics());
    } finally {
      IOUtils.rm(folder);
    }
  }

  private dev.kindred.tools.train.Run circumstances(String model) {
    return new dev.kindred.tools.train.Run(model, "benchmark", seed, threads, Progress.NONE);
  }

  /** Asks one served model. */
  private final class Asker {
    private final Recommender served;
    private final String profile;
    private final String label;

    Asker(Recommender served, String profile, String label) {
      this.served = served;
      this.profile = profile;
      this.label = label;
    }

    Run ask(Task task) throws IOException {
      return new Evaluator(List.of(RECALL))
          .threads(threads)
          .answer(label, task, new ServingAnswerer(served, profile, task));
    }

    Estimate estimate(Metric metric, Task task, Run answers) {
      return new Evaluator(List.of(metric)).measure(task, answers).metrics().get(metric.name());
    }
  }

  private static void write(List<Outcome> outcomes, Page page) {
    page.table(
        "ranking",
        "recall@20 of cold items among all",
        "se",
        "among cold items",
        "se",
        "NDCG@20 of other items among all",
        "se",
        "of both among all",
        "se");
    for (Outcome outcome : outcomes) {
      page.row(
          outcome.contender.label,
          number(outcome.amongAll.value(), 4),
          number(outcome.amongAll.se(), 4),
          number(outcome.amongCold.value(), 4),
          number(outcome.amongCold.se(), 4),
          number(outcome.warm.value(), 4),
          number(outcome.warm.se(), 4),
          number(outcome.both.value(), 4),
          number(outcome.both.se(), 4));
    }
    for (Outcome outcome : outcomes) {
      if (!outcome.metrics.isEmpty()) {
        page.paragraph("* " + outcome.contender.label + ": `" + outcome.metrics + "`");
      }
    }
  }

  /** Each predicted ranking beside popularity, the first, and content, the second. */
  private void verdicts(Task all, List<Outcome> outcomes, Page page) {
    Outcome popularity = outcomes.getFirst();
    Outcome content = outcomes.get(1);
    for (Outcome outcome : outcomes) {
      if (outcome.contender.cold != null) {
        boolean five = outcome.amongCold.value() >= 5 * popularity.amongCold.value();
        boolean more = outcome.amongCold.value() >= content.amongCold.value();
        page.paragraph(
            "* "
                + outcome.contender.label
                + ", among cold items: at least five times popularity's "
                + Page.verdict(five)
                + ", at least content's "
                + Page.verdict(more)
                + "; among all: "
                + new Evaluator(List.of(RECALL))
                    .compare(RECALL, all, outcome.answers, content.answers));
      }
    }
  }
}
