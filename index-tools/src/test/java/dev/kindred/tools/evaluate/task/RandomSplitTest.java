package dev.kindred.tools.evaluate.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Interactions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RandomSplitTest extends SplitContract {
  @Override
  Split split() {
    return new RandomSplit(0.8, 42);
  }

  @RepeatedTest(5)
  void everyUserKeepsTheShareRoundedUp(RepetitionInfo info) {
    Interactions log = Logs.random(info.getCurrentRepetition());
    Interactions train = split().tasks(log, Seen.FILTERED).getFirst().train();
    for (int user = 0; user < log.users().size(); user++) {
      int all = log.to(user) - log.from(user);
      assertThat(train.to(user) - train.from(user)).isEqualTo((int) Math.ceil(0.8 * all));
    }
  }

  @Test
  void anotherSeedDrawsOtherEvents() {
    Interactions log = Logs.random(1);
    Task other = new RandomSplit(0.8, 43).tasks(log, Seen.FILTERED).getFirst();
    assertThat(Logs.asked(other))
        .isNotEqualTo(Logs.asked(split().tasks(log, Seen.FILTERED).getFirst()));
  }
}
