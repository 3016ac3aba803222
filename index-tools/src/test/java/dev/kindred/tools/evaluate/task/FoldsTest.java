package dev.kindred.tools.evaluate.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Interactions;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class FoldsTest extends SplitContract {
  @Override
  Split split() {
    return new Folds(5, 42);
  }

  @RepeatedTest(5)
  void everyEventIsAskedForOnce(RepetitionInfo info) {
    Interactions log = Logs.random(info.getCurrentRepetition());
    List<Task> tasks = split().tasks(log, Seen.FILTERED);
    assertThat(tasks).hasSize(5);
    assertThat(tasks.stream().flatMap(task -> Logs.asked(task).stream()))
        .containsExactlyInAnyOrderElementsOf(Logs.pairs(log));
    assertThat(tasks).allMatch(task -> Math.abs(task.counts().test() - log.size() / 5.0) < 1);
  }
}
