package dev.kindred.benchmarks.cold;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.Recommender;
import dev.kindred.benchmarks.report.Page;
import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Item;
import dev.kindred.data.Repeats;
import dev.kindred.model.Model;
import dev.kindred.request.Request;
import dev.kindred.tools.build.DefaultProfiles;
import dev.kindred.tools.build.ExactServing;
import dev.kindred.tools.evaluate.Answerer;
import dev.kindred.tools.evaluate.Evaluator;
import dev.kindred.tools.evaluate.Run;
import dev.kindred.tools.evaluate.metric.Estimate;
import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.metric.Metrics;
import dev.kindred.tools.evaluate.task.Published;
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
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.apache.lucene.util.IOUtils;

/**
 * Asks models about users who have done nothing yet, and of whom a few facts are declared: one user
 * in ten loses all events, and all of them are asked for.
 *
 * @param facts by user id
 * @param threads to train and to ask with
 * @param log is told what is going on
 */
record ColdUsersBenchmark(
    Interactions all,
    Map<String, Map<String, String>> facts,
    int threads,
    long seed,
    Consumer<String> log) {
  private static final int ONE_IN = 10;
  private static final List<Metric> METRICS = Metrics.parse("recall@20,ndcg@20");

  /** The task: an empty history each. */
  Task task() {
    SplittableRandom random = new SplittableRandom(seed);
    InteractionsBuilder train = new InteractionsBuilder(all.explicit(), Repeats.ALL);
    Map<String, List<String>> test = new LinkedHashMap<>();
    for (int user = 0; user < all.users().size(); user++) {
      String id = all.users().id(user);
      boolean cold = random.nextInt(ONE_IN) == 0;
      for (int p = all.from(user); p < all.to(user); p++) {
        String item = all.items().id(all.item(p));
        if (cold) {
          test.computeIfAbsent(id, one -> new ArrayList<>()).add(item);
        } else {
          train.add(id, item, all.value(p), all.time(p));
        }
      }
    }
    return new Published("users without a history", train.build(), test).task();
  }

  /** Adds a table: popularity, then each model with users predicted. */
  void run(Map<String, Map<String, String>> models, Page page) throws IOException {
    Task task = task();
    page.paragraph(task.queries().size() + " users have done nothing and are asked for.");
    page.table("ranking", "recall@20", "se", "NDCG@20", "se");
    Run popular = measure(task, "popularity", Map.of(), page);
    List<Run> predicted = new ArrayList<>();
    for (Map.Entry<String, Map<String, String>> model : models.entrySet()) {
      predicted.add(measure(task, model.getKey(), model.getValue(), page));
    }
    for (Run one : predicted) {
      for (Metric metric : METRICS) {
        page.paragraph("* " + new Evaluator(METRICS).compare(metric, task, one, popular));
      }
    }
  }

  private Run measure(Task task, String algorithm, Map<String, String> parameters, Page page)
      throws IOException {
    log.accept("cold users: " + algorithm);
    Dataset data = new Dataset(task.train(), List.of(), facts);
    Model model = Trainers.create(algorithm, parameters).train(data, circumstances(algorithm));
    Dependent<?> cold = (Dependent<?>) Trainers.create("coldusers");
    Map<String, Model> models = new LinkedHashMap<>(Map.of(algorithm, model));
    models.put("coldusers", cold.train(data, List.of(model), circumstances("coldusers")));
    var profile = DefaultProfiles.exact(model.manifest());
    List<Item> items =
        task.train().items().ids().stream().map(id -> new Item(id, Map.of())).toList();
    Path folder = Files.createTempDirectory("kindred-bench-cold-users");
    try (Recommender served =
        new ExactServing(ExactServing.BARE, threads, Instant.EPOCH)
            .open(folder, models, items, profile)) {
      Evaluator evaluator = new Evaluator(METRICS).threads(threads);
      Run run = evaluator.answer(algorithm, task, answerer(served, profile.name()));
      Map<String, Estimate> values = evaluator.measure(task, run).metrics();
      List<String> cells = new ArrayList<>(List.of(algorithm));
      values.values().forEach(v -> cells.addAll(List.of(number(v.value(), 4), number(v.se(), 4))));
      page.row(cells.toArray(String[]::new));
      return run;
    } finally {
      IOUtils.rm(folder);
    }
  }

  /** What is declared of a user comes with the request. */
  private Answerer answerer(Recommender served, String profile) {
    return (query, k) ->
        served.rank(
            Request.history(query.history())
                .context(facts.getOrDefault(query.userId(), Map.of()))
                .profile(profile)
                .now(query.now())
                .size(k));
  }

  private dev.kindred.tools.train.Run circumstances(String model) {
    return new dev.kindred.tools.train.Run(model, "benchmark", seed, threads, Progress.NONE);
  }
}
