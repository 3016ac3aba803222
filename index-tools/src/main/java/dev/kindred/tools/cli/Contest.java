package dev.kindred.tools.cli;

import dev.kindred.Recommender;
import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.index.Schema;
import dev.kindred.tools.evaluate.Evaluator;
import dev.kindred.tools.evaluate.RatingEvaluator;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.Run;
import dev.kindred.tools.evaluate.ServingAnswerer;
import dev.kindred.tools.evaluate.ServingRater;
import dev.kindred.tools.evaluate.metric.RatingMetrics;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains models and measures them through the serving path.
 *
 * @param schema of the catalogue
 * @param items the catalogue; may be empty
 */
record Contest(
    RatingMetrics.Asked metrics,
    Schema schema,
    List<Item> items,
    Instant version,
    Globals globals,
    Progress progress,
    Answers answers) {

  /** Is given what was answered, to keep it. */
  interface Answers {
    /** Keeps nothing. */
    Answers NONE = (task, run) -> {};

    void take(Task task, Run run) throws IOException;
  }

  /** The model on every task; the mean when there are several. */
  Result measure(Contestant contestant, List<Task> tasks) throws IOException {
    List<Result> folds = new ArrayList<>();
    for (Task task : tasks) {
      folds.add(measure(contestant, task));
    }
    return folds.size() == 1 ? folds.getFirst() : Result.average(folds);
  }

  private Result measure(Contestant contestant, Task task) throws IOException {
    String label = contestant.label();
    Interactions train = task.train();
    Stage.Setting setting =
        new Stage.Setting(
            schema,
            items,
            version,
            globals.seed(),
            globals.threads(),
            progress.epochs("train " + label));
    try (Stage stage = Stage.of(contestant, train, setting)) {
      return measure(label, task, stage.recommender(), stage.profile())
          .trained(stage.seconds(), stage.parameters());
    }
  }

  /** Measures a profile: its lists, its predicted ratings, or both. */
  Result measure(String label, Task task, Recommender recommender, String profile)
      throws IOException {
    if (metrics.lists().isEmpty()) {
      return rated(label, task, recommender, profile);
    }
    Run run = evaluator(label).answer(label, task, new ServingAnswerer(recommender, profile, task));
    answers.take(task, run);
    Result lists = evaluator(label).measure(task, run);
    return metrics.ratings().isEmpty()
        ? lists
        : Result.joined(lists, rated(label, task, recommender, profile), metrics.names());
  }

  private Result rated(String label, Task task, Recommender recommender, String profile)
      throws IOException {
    return new RatingEvaluator(
            metrics.ratings(),
            globals.threads(),
            (done, total) -> progress.update("rate " + label, done, total))
        .evaluate(label, task, new ServingRater(recommender, profile));
  }

  /** Measures with the metrics and as many threads as asked for. */
  private Evaluator evaluator(String label) {
    return new Evaluator(metrics.lists())
        .threads(globals.threads())
        .progress((done, total) -> progress.update("evaluate " + label, done, total));
  }
}
