package dev.kindred.benchmarks.accuracy;

import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Tasks of the scoreboard's rows, for benchmarks that ask others the same. */
public final class ScoreboardTasks {
  private ScoreboardTasks() {}

  /** Row 1: the five folds of MovieLens 100K, whose ratings are predicted. */
  public static List<Task> stars(Path data) {
    return ((Protocol.Ratings) Row1.row().protocol()).tasks(data);
  }

  /** Row 5: MovieLens 1M as split by NCF, the last item among 99 negatives. */
  public static Task candidates(Path data) throws IOException {
    return Row5.row().protocol().task(data);
  }
}
