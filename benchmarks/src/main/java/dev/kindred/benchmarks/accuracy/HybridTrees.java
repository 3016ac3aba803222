package dev.kindred.benchmarks.accuracy;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.Profile;
import dev.kindred.Recommender;
import dev.kindred.benchmarks.report.Page;
import dev.kindred.data.Item;
import dev.kindred.rank.Part;
import dev.kindred.rank.combine.TreesCombiner;
import dev.kindred.rank.combine.trees.TreeFiles;
import dev.kindred.rank.combine.trees.TreeModel;
import dev.kindred.tools.evaluate.Evaluator;
import dev.kindred.tools.evaluate.Report;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.Run;
import dev.kindred.tools.evaluate.ServingAnswerer;
import dev.kindred.tools.evaluate.metric.Bootstrap;
import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.metric.Metrics;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.ltr.Judgments;
import dev.kindred.tools.ltr.LambdaMart;
import dev.kindred.tools.ltr.Served;
import dev.kindred.tools.ltr.Standing;
import dev.kindred.tools.rehearse.Rehearsal;
import dev.kindred.tools.rehearse.Retuning;
import dev.kindred.tools.tune.weights.Tuning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trees over a hybrid's signals against its weighted sum, with default and with learned weights,
 * and against each signal alone. Trees and weights are learned on the same carve-out; the test is
 * asked once, through the serving path, of models trained on all of the training part.
 *
 * @param hybrid of what, and how
 */
record HybridTrees(Hybrid hybrid) {
  private static final String TREES = "trees (LambdaMART)";
  private static final String TUNED = "weighted sum, learned weights";
  private static final String GUESSED = "weighted sum, default weights";
  private static final int DEPTH = 500;
  private static final int REQUESTS = 3000;
  private static final double LEARNED = 0.8;

  /** What the carve-out taught. */
  private record Lesson(TreeModel trees, Tuning weights) {}

  void run(Path data, Page page) throws IOException {
    Task task = Retuning.some(hybrid.source().task(data), hybrid.source().asked());
    List<Item> items = hybrid.source().items(data);
    Task carved = hybrid.source().carveOut(task);
    Lesson lesson =
        hybrid.rehearse(
            carved,
            items,
            served ->
                new Lesson(
                    trees(served, carved, page), hybrid.tune(served, carved, new Page(null))));
    hybrid.rehearse(
        task,
        items,
        served -> {
          measure(served, task, lesson, page);
          return null;
        });
  }

  private TreeModel trees(Rehearsal served, Task carved, Page page) throws IOException {
    Task asked = Retuning.some(carved, REQUESTS);
    Judgments judgments =
        new Served(
                served.serving(),
                served.fit(hybrid.home(served)),
                query -> ServingAnswerer.request(query, asked.seen()).size(1),
                DEPTH)
            .judgments(asked, hybrid.threads(), (done, total) -> {});
    List<Judgments> parts = judgments.split(LEARNED);
    LambdaMart trainer = LambdaMart.DEFAULT;
    String text = trainer.train(parts.get(0), parts.get(1), (trees, ndcg) -> {});
    Standing standing = Standing.of("trees", text, parts.get(0), parts.get(1), trainer.cutoff());
    page.paragraph(
        String.format(
            java.util.Locale.ROOT,
            "Carve-out: %,d requests with something chosen among their candidates, %,d rows. %s,"
                + " %s held out: %d trees %.4f, the default weights' order %.4f, best signal %.4f (%s).",
            judgments.requests().size(),
            judgments.rows(),
            trainer,
            standing.metric(),
            standing.trees(),
            standing.learned(),
            standing.ranked(),
            standing.alone(),
            standing.bestSignal()));
    hybrid.log().accept(standing.toString());
    return TreeFiles.parse("trees", text);
  }

  private void measure(Rehearsal served, Task task, Lesson lesson, Page page) throws IOException {
    Profile home = served.fit(hybrid.home(served));
    List<String> names = home.signals().stream().map(Part::name).toList();
    Profile trees = home.combinedBy(TreesCombiner.of(lesson.trees, names));
    Map<String, String> labels = new LinkedHashMap<>();
    served.models().keySet().forEach(name -> labels.put(name, name));
    labels.put("guessed", GUESSED);
    labels.put("tuned", TUNED);
    labels.put("trees", TREES);
    Evaluator evaluator =
        new Evaluator(Metrics.parse("ndcg@10,recall@20"))
            .threads(hybrid.threads())
            .bootstrap(new Bootstrap(10_000, hybrid.seed()));
    List<Run> runs = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    List<Profile> more =
        List.of(
            home.named("guessed"), lesson.weights.moved(home).named("tuned"), trees.named("trees"));
    try (Recommender recommender = served.recommender(Hybrid.singles(served, more))) {
      for (Map.Entry<String, String> one : labels.entrySet()) {
        Run run =
            evaluator.answer(
                one.getValue(), task, new ServingAnswerer(recommender, one.getKey(), task));
        runs.add(run);
        results.add(evaluator.measure(task, run));
        hybrid.lines().accept(Report.json(results.getLast()).toString());
      }
    }
    write(page, task, evaluator, runs, results);
  }

  private void write(
      Page page, Task task, Evaluator evaluator, List<Run> runs, List<Result> results) {
    page.table("ranked by", "ndcg@10", "recall@20");
    for (Result result : results) {
      page.row(
          result.model(),
          number(result.metrics().get("ndcg@10").value(), 4),
          number(result.metrics().get("recall@20").value(), 4));
    }
    Metric ndcg = evaluator.metrics().getFirst();
    int best = 0;
    for (int i = 0; i < runs.size() - 3; i++) {
      best = value(results.get(i)) > value(results.get(best)) ? i : best;
    }
    Run trees = runs.getLast();
    for (Run other :
        List.of(runs.get(best), runs.get(runs.size() - 3), runs.get(runs.size() - 2))) {
      page.paragraph("* " + evaluator.compare(ndcg, task, trees, other));
    }
    Report.of(task, results).notes().forEach(note -> page.paragraph("* " + note));
  }

  private static double value(Result result) {
    return result.metrics().get("ndcg@10").value();
  }
}
