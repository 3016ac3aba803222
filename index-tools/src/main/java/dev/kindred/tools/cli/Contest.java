package dev.kindred.tools.cli;

import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.index.Schema;
import dev.kindred.tools.evaluate.Evaluator;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.Run;
import dev.kindred.tools.evaluate.ServingAnswerer;
import dev.kindred.tools.evaluate.metric.Metric;
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
    List<Metric> metrics,
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
      var answerer = new ServingAnswerer(stage.recommender(), stage.profile(), task);
      Run run = evaluator(label).answer(label, task, answerer);
      answers.take(task, run);
      return evaluator(label).measure(task, run).trained(stage.seconds(), stage.parameters());
    }
  }

  /** Measures with the metrics and as many threads as asked for. */
  Evaluator evaluator(String label) {
    return new Evaluator(metrics)
        .threads(globals.threads())
        .progress((done, total) -> progress.update("evaluate " + label, done, total));
  }
}
