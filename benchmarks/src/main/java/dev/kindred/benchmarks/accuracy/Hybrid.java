package dev.kindred.benchmarks.accuracy;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.Profile;
import dev.kindred.Profiles;
import dev.kindred.Recommender;
import dev.kindred.benchmarks.report.Page;
import dev.kindred.data.Item;
import dev.kindred.rank.Part;
import dev.kindred.tools.build.DefaultProfiles;
import dev.kindred.tools.evaluate.Comparison;
import dev.kindred.tools.evaluate.Evaluator;
import dev.kindred.tools.evaluate.Report;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.Run;
import dev.kindred.tools.evaluate.ServingAnswerer;
import dev.kindred.tools.evaluate.metric.Bootstrap;
import dev.kindred.tools.evaluate.metric.ItemSimilarity;
import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.metric.Metrics;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.rehearse.Rehearsal;
import dev.kindred.tools.rehearse.Retuned;
import dev.kindred.tools.rehearse.Retuning;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.tune.weights.Tuner;
import dev.kindred.tools.tune.weights.Tuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.util.IOUtils;

/**
 * A hybrid whose weights are learned, against each of its signals alone. Models are trained on a
 * carve-out of the training part and weights learned on what it holds out; then the models are
 * trained on all of the training part and the test is asked once, through the serving path.
 *
 * @param lines is given one JSON object a model
 * @param log is told what is going on
 */
record Hybrid(
    HybridData source, int threads, long seed, Consumer<String> lines, Consumer<String> log) {
  private static final String TUNED = "hybrid, tuned";
  private static final String GUESSED = "hybrid, default weights";
  private static final String METRICS =
      "ndcg@10,recall@10,recall@20,coverage@10,gini@10,novelty@10";
  private static final int REQUESTS = 4000;
  private static final double CHANCE = 0.01;

  void run(Path data, Page page) throws IOException {
    run(source.task(data), source.items(data), page);
  }

  /** For choosing models and how weights are learned: all of it one carve-out deeper. */
  void explore(Path data, Page page) throws IOException {
    run(source.carveOut(source.task(data)), source.items(data), page);
  }

  private void run(Task whole, List<Item> items, Page page) throws IOException {
    Task task = Retuning.some(whole, source.asked());
    Task carved = source.carveOut(task);
    Tuning tuning =
        rehearse(carved, source.carveOut(carved, items), served -> tune(served, carved, page));
    rehearse(
        task,
        items,
        served -> {
          measure(served, task, items, tuning, page);
          return null;
        });
  }

  interface Act<T> {
    T on(Rehearsal served) throws IOException;
  }

  <T> T rehearse(Task task, List<Item> items, Act<T> act) throws IOException {
    Path folder = Files.createTempDirectory("kindred-bench-hybrid");
    Rehearsal.Setting setting =
        new Rehearsal.Setting(
            source.schema(),
            items,
            source.models(),
            Map.of(),
            Instant.EPOCH,
            seed,
            threads,
            model -> Progress.NONE);
    try (Rehearsal served = Rehearsal.of(setting, task.train(), folder)) {
      log.accept(source.name() + ": trained " + served.seconds());
      return act.on(served);
    } finally {
      IOUtils.rm(folder);
    }
  }

  Tuning tune(Rehearsal served, Task carved, Page page) throws IOException {
    Metric metric = Metrics.parse("ndcg@10").getFirst();
    Retuning retuning =
        new Retuning(
            served,
            carved,
            Tuner.of(metric).threads(threads),
            REQUESTS,
            phase -> (done, total) -> {});
    Retuned retuned = retuning.tune(served.fit(home(served)));
    Tuning tuning = retuned.tuning();
    page.paragraph(
        String.format(
            Locale.ROOT,
            "Weights learned on %,d requests of the carve-out, %,d candidates with %.1f %% of what"
                + " was chosen among them; seconds: %s. On requests the weights were not learned"
                + " from: %s.",
            tuning.folds().size(),
            retuned.candidates(),
            100 * retuned.reach(),
            rounded(retuned.seconds()),
            retuned.gain()));
    page.table("signal", "weight", "normaliser");
    for (Part part : tuning.signals()) {
      page.row(part.name(), number(part.weight(), 4), "`" + part.normalizer().formula() + "`");
    }
    log.accept(page.toString());
    return tuning;
  }

  private static Map<String, Long> rounded(Map<String, Double> seconds) {
    Map<String, Long> whole = new LinkedHashMap<>();
    seconds.forEach((what, took) -> whole.put(what, Math.round(took)));
    return whole;
  }

  Profile home(Rehearsal served) {
    return new DefaultProfiles(served.models().values(), source.schema(), null)
        .all()
        .get(Profiles.HOME);
  }

  /** Each model alone over every item, and these. */
  static List<Profile> singles(Rehearsal served, List<Profile> more) {
    List<Profile> profiles = new ArrayList<>(more);
    served.models().values().forEach(m -> profiles.add(DefaultProfiles.exact(m.manifest())));
    return profiles;
  }

  private void measure(Rehearsal served, Task task, List<Item> items, Tuning tuning, Page page)
      throws IOException {
    Profile home = served.fit(home(served));
    Profile tuned = tuning.moved(home);
    Map<String, String> labels = new LinkedHashMap<>();
    served.models().keySet().forEach(name -> labels.put(name, name));
    labels.put("guessed", GUESSED);
    labels.put("tuned", TUNED);
    Evaluator evaluator =
        new Evaluator(Metrics.parse(source.alike() == null ? METRICS : METRICS + ",ild@10"))
            .threads(threads)
            .bootstrap(new Bootstrap(10_000, seed))
            .similarity(similarity(items));
    List<Run> runs = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    try (Recommender recommender =
        served.recommender(singles(served, List.of(home.named("guessed"), tuned.named("tuned"))))) {
      for (Map.Entry<String, String> one : labels.entrySet()) {
        Run run =
            evaluator.answer(
                one.getValue(), task, new ServingAnswerer(recommender, one.getKey(), task));
        runs.add(run);
        Result result = evaluator.measure(task, run);
        results.add(result);
        lines.accept(Report.json(result).toString());
      }
    }
    write(page, task, evaluator, runs, results);
  }

  private ItemSimilarity similarity(List<Item> items) {
    if (source.alike() == null) {
      return ItemSimilarity.jaccard(id -> Set.of());
    }
    Map<String, Set<String>> keywords = new HashMap<>();
    items.forEach(item -> keywords.put(item.id(), new HashSet<>(item.values(source.alike()))));
    return ItemSimilarity.jaccard(id -> keywords.getOrDefault(id, Set.of()));
  }

  private void write(
      Page page, Task task, Evaluator evaluator, List<Run> runs, List<Result> results) {
    List<String> names = List.copyOf(results.getFirst().metrics().keySet());
    List<String> head = new ArrayList<>(List.of("model"));
    head.addAll(names);
    page.table(head.toArray(String[]::new));
    for (Result result : results) {
      List<String> row = new ArrayList<>(List.of(result.model()));
      names.forEach(name -> row.add(number(result.metrics().get(name).value(), 4)));
      page.row(row.toArray(String[]::new));
    }
    Metric ndcg = evaluator.metrics().getFirst();
    Run tuned = runs.getLast();
    int best = 0;
    for (int i = 0; i < runs.size() - 2; i++) {
      best = value(results.get(i)) > value(results.get(best)) ? i : best;
      page.paragraph("* " + evaluator.compare(ndcg, task, tuned, runs.get(i)));
    }
    page.paragraph("* " + evaluator.compare(ndcg, task, tuned, runs.get(runs.size() - 2)));
    Comparison comparison = evaluator.compare(ndcg, task, tuned, runs.get(best));
    double gain = comparison.difference() / value(results.get(best));
    page.paragraph(
        String.format(
            Locale.ROOT,
            "The tuned hybrid is %+.1f %% above the best single signal, %s, p = %.4f; asked for is more"
                + " than %+.0f %%, p below %.2f: %s.",
            100 * gain,
            runs.get(best).model(),
            comparison.p(),
            100 * source.goal(),
            CHANCE,
            Page.verdict(gain > source.goal() && comparison.p() < CHANCE)));
    Report.of(task, results).notes().forEach(note -> page.paragraph("* " + note));
  }

  private static double value(Result result) {
    return result.metrics().get("ndcg@10").value();
  }
}
