package dev.kindred.tools.evaluate.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.data.Event;
import dev.kindred.data.Interactions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TimeSplitTest extends SplitContract {
  @Override
  Split split() {
    return new TimeSplit(0.7);
  }

  @Test
  void trap2TheDefaultSplitIsAGlobalTimeSplit() {
    assertThat(Split.standard()).isEqualTo(new TimeSplit(0.9));
    assertThat(Split.standard().leaks()).startsWith("leaks nothing");
  }

  @RepeatedTest(10)
  void nothingLearnedIsNewerThanAnythingAskedFor(RepetitionInfo info) {
    Interactions log = Logs.random(info.getCurrentRepetition());
    Map<String, Long> times = new HashMap<>();
    for (int user = 0; user < log.users().size(); user++) {
      for (int p = log.from(user); p < log.to(user); p++) {
        times.put(log.users().id(user) + " " + log.items().id(log.item(p)), log.time(p));
      }
    }
    Task task = split().tasks(log, Seen.KEPT).getFirst();
    assertThat(task.train().size()).isEqualTo(Math.round(0.7 * log.size()));
    assertThat(Logs.asked(task)).allMatch(pair -> times.get(pair) >= task.train().newest());
    assertThat(task.queries())
        .allMatch(query -> query.now().toEpochMilli() >= task.train().newest())
        .allMatch(query -> query.history().stream().noneMatch(e -> e.time().isAfter(query.now())));
  }

  @Test
  void trap8EqualTimesKeepTheirOrder() {
    Interactions log = Logs.of("u d 5", "u b 5", "u a 5", "u c 5", "v x 1");
    Task task = new TimeSplit(0.6).tasks(log, Seen.FILTERED).getFirst();
    assertThat(Logs.pairs(task.train())).containsExactly("u d", "u b", "v x");
    assertThat(task.queries().getFirst().relevant()).containsExactlyInAnyOrder("a", "c");
    assertThat(task.queries().getFirst().history())
        .extracting(Event::itemId)
        .containsExactly("d", "b");
  }

  @Test
  void anUnseenUserIsAskedForAndCounted() {
    Interactions log = Logs.of("u a 1", "u b 2", "u c 3", "new a 4", "new z 5");
    Task task = new TimeSplit(0.6).tasks(log, Seen.FILTERED).getFirst();
    assertThat(task.queries()).extracting(Query::userId).containsExactly("new");
    assertThat(task.queries().getFirst().history()).isEmpty();
    assertThat(task.counts()).isEqualTo(new Counts(3, 2, 1, 1, 0, 0, 1, 0));
  }

  @Test
  void theClockStandsAtTheCut() {
    Interactions log = Logs.of("u a 1", "u b 2", "u c 3", "u d 4");
    Task task = new TimeSplit(0.5).tasks(log, Seen.FILTERED).getFirst();
    assertThat(task.queries().getFirst().now())
        .isEqualTo(Instant.ofEpochMilli(Logs.START + 180_000));
  }

  @Test
  void aBareOrderIsRefused() {
    Interactions log =
        new dev.kindred.data.InteractionsBuilder(false, dev.kindred.data.Repeats.ALL)
            .add("u", "a", 1, 0)
            .add("u", "b", 1, 1)
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> split().tasks(log, Seen.FILTERED))
        .withMessageContaining("needs times")
        .withMessageContaining("leave-one-out");
  }

  @Test
  void learningFromNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeSplit(0.1).tasks(Logs.of("u a 1", "u b 2"), Seen.FILTERED))
        .withMessage("time:0.1 learns from none of 2 events; raise the share");
  }

  @Test
  void holdingOutNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeSplit(0.9).tasks(Logs.of("u a 1"), Seen.FILTERED))
        .withMessageContaining("holds out none of 1 events");
  }
}
