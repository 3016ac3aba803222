package dev.kindred.benchmarks.accuracy;

import dev.kindred.Profile;
import dev.kindred.Recommender;
import dev.kindred.data.Dataset;
import dev.kindred.data.Item;
import dev.kindred.model.Model;
import dev.kindred.rank.Normalizer;
import dev.kindred.rank.Part;
import dev.kindred.tools.build.DefaultProfiles;
import dev.kindred.tools.build.ExactServing;
import dev.kindred.tools.evaluate.Evaluator;
import dev.kindred.tools.evaluate.RatingEvaluator;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.Run;
import dev.kindred.tools.evaluate.ServingAnswerer;
import dev.kindred.tools.evaluate.ServingRater;
import dev.kindred.tools.evaluate.metric.Metrics;
import dev.kindred.tools.evaluate.metric.RatingMetric;
import dev.kindred.tools.evaluate.task.Task;
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
import java.util.function.UnaryOperator;
import org.apache.lucene.util.IOUtils;

/**
 * Trains one model, or a few to be blended, serves them alone and exactly from a temporary index,
 * and asks them the task's queries as an application would.
 *
 * @param facts what trainers may know beside events
 * @param threads to train and to ask with
 * @param log is told of epochs
 */
record Stage(Task task, Facts facts, int threads, long seed, Consumer<String> log) {
  private static final String BLEND = "blend";

  /** Scores of implicit feedback are about 0 to 1; blends need them linear, not below zero. */
  private static final double WIDTH = 16;

  private static final Normalizer LINEAR = new Normalizer.Range(-WIDTH / 2, WIDTH / 2);

  /**
   * @param items what is known of the items beside their ids
   */
  Stage(Task task, Map<String, Item> items, int threads, long seed, Consumer<String> log) {
    this(task, new Facts(items, Map.of()), threads, seed, log);
  }

  Stage(Task task, int threads, long seed) {
    this(task, Facts.NONE, threads, seed, line -> {});
  }

  /** The same with another seed. */
  Stage seeded(long other) {
    return new Stage(task, facts, threads, other, log);
  }

  /** What was measured, and the answers it was measured on. */
  record Measured(Result result, Run answers) {}

  Measured measure(Entry entry, String metrics) throws IOException {
    return measure(entry, metrics, List.of(task)).getFirst();
  }

  /** Trains once and asks the queries of several tasks, which have the stage's training part. */
  List<Measured> measure(Entry entry, String metrics, List<Task> tasks) throws IOException {
    return served(
        entry,
        (recommender, profile, trained) -> {
          Evaluator evaluator = new Evaluator(Metrics.parse(metrics)).threads(threads);
          List<Measured> measured = new ArrayList<>();
          for (Task one : tasks) {
            ServingAnswerer answerer = new ServingAnswerer(recommender, profile, one);
            Run answers = evaluator.answer(entry.label(), one, answerer);
            measured.add(new Measured(trained.apply(evaluator.measure(one, answers)), answers));
          }
          return measured;
        });
  }

  /** The errors of the ratings that a model predicts. */
  Result rate(Entry entry, List<RatingMetric> metrics) throws IOException {
    return served(
        entry,
        (recommender, profile, trained) -> {
          ServingRater rater = new ServingRater(recommender, profile, facts.users());
          RatingEvaluator evaluator = new RatingEvaluator(metrics, threads, (done, total) -> {});
          return trained.apply(evaluator.evaluate(entry.label(), task, rater));
        });
  }

  /** What is asked of a served entry. */
  @FunctionalInterface
  private interface Question<T> {
    /**
     * @param profile the name of the only ranking
     * @param trained adds to a result what the training took
     */
    T ask(Recommender recommender, String profile, UnaryOperator<Result> trained)
        throws IOException;
  }

  private <T> T served(Entry entry, Question<T> question) throws IOException {
    long start = System.nanoTime();
    Map<String, Model> models = new LinkedHashMap<>();
    train(entry.algorithm(), entry.parameters(), models);
    for (Entry.Partner partner : entry.partners()) {
      train(partner.algorithm(), partner.parameters(), models);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Profile profile = profile(entry, List.copyOf(models.values()));
    Path folder = Files.createTempDirectory("kindred-bench-accuracy");
    try (Recommender recommender =
        new ExactServing(ExactServing.BARE, threads, Instant.EPOCH)
            .open(folder, models, catalogue(), profile)) {
      return question.ask(
          recommender, profile.name(), result -> result.trained(seconds, parameters(models)));
    } finally {
      IOUtils.rm(folder);
    }
  }

  private void train(String algorithm, Map<String, String> parameters, Map<String, Model> models) {
    var run =
        new dev.kindred.tools.train.Run(algorithm, "benchmark", seed, threads, new EpochLog(log));
    Dataset data = new Dataset(task.train(), catalogue(), facts.users());
    models.put(algorithm, Trainers.create(algorithm, parameters).train(data, run));
  }

  private List<Item> catalogue() {
    return facts.of(task.train());
  }

  private static Map<String, Object> parameters(Map<String, Model> models) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    models.forEach((name, model) -> parameters.put(name, model.manifest().trainer()));
    return models.size() == 1 ? models.values().iterator().next().manifest().trainer() : parameters;
  }

  /** Every item, ordered by the first model's raw value plus the weighted ones of the others. */
  private static Profile profile(Entry entry, List<Model> models) {
    Profile first = DefaultProfiles.exact(models.getFirst().manifest());
    if (entry.partners().isEmpty()) {
      return first;
    }
    List<Part> parts = new ArrayList<>();
    parts.add(linear(first.signals().getFirst(), 1));
    for (int i = 0; i < entry.partners().size(); i++) {
      Profile next = DefaultProfiles.exact(models.get(i + 1).manifest());
      parts.add(linear(next.signals().getFirst(), entry.partners().get(i).weight()));
    }
    return new Profile(BLEND, first.retrievers(), parts, first.window(), first.arrangers());
  }

  /** The raw value times the weight, whether or not it may be below zero. */
  private static Part linear(Part part, double weight) {
    boolean raw = part.normalizer().equals(new Normalizer.Identity());
    return raw
        ? new Part(part.name(), part.signal(), part.normalizer(), weight, part.missing())
        : new Part(part.name(), part.signal(), LINEAR, weight * WIDTH, LINEAR.apply(0));
  }
}
