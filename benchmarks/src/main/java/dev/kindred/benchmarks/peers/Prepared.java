package dev.kindred.benchmarks.peers;

import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A contest's data as files.
 *
 * @param folds at least one
 */
record Prepared(List<Fold> folds) {
  /**
   * @param number from 0
   * @param ratings what is learned from
   * @param pairs what is asked
   */
  record Fold(int number, Task task, Path ratings, Path pairs) {}

  static Prepared write(Exam exam, List<Task> tasks, Path folder) throws IOException {
    List<Fold> folds = new ArrayList<>();
    for (Task task : tasks) {
      int number = folds.size();
      Path ratings = folder.resolve(number + ".ratings");
      Path pairs = folder.resolve(number + ".pairs");
      Conversion.ratings(task.train()).write(ratings);
      exam.asked(task).write(pairs);
      folds.add(new Fold(number, task, ratings, pairs));
    }
    return new Prepared(folds);
  }
}
