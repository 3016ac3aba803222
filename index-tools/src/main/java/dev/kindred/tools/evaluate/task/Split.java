package dev.kindred.tools.evaluate.task;

import dev.kindred.data.Interactions;
import java.util.List;

/** A way to hold events out of a log. Implementations are immutable and deterministic. */
public sealed interface Split permits TimeSplit, LeaveLast, RandomSplit, UserSplit, Folds {
  /** As it is asked for, such as {@code time:0.9}. */
  String name();

  /** What the training data gives away, as a sentence of the report. */
  String leaks();

  /**
   * One task, or one a fold.
   *
   * @throws IllegalArgumentException when nothing is left to learn from or to ask for
   */
  List<Task> tasks(Interactions log, Seen seen);

  /** The global time split with nine tenths for training: the only one that leaks nothing. */
  static Split standard() {
    return new TimeSplit(0.9);
  }

  /** The {@link #standard} split of a log with times; of one without, leave-one-out. */
  static Split customary(Interactions log) {
    return TimeSplit.timed(log) ? standard() : new LeaveLast(1);
  }

  /**
   * Reads {@code time:0.9}, {@code leave-one-out}, {@code leave-last:5}, {@code random:0.8}, {@code
   * users:0.8} or {@code folds:5}.
   *
   * @param seed of the random ones
   * @throws IllegalArgumentException naming what is wrong and what is known
   */
  static Split parse(String text, long seed) {
    return SplitParser.parse(text, seed);
  }
}
