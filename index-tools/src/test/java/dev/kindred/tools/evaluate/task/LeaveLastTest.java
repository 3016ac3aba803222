package dev.kindred.tools.evaluate.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaveLastTest extends SplitContract {
  @Override
  Split split() {
    return new LeaveLast(1);
  }

  @Test
  void trap2SaysThatItLeaksTheFuture() {
    assertThat(split().leaks()).contains("the future").contains("2010.11060");
  }

  @Test
  void asksForTheLastEvent() {
    Task task = task(Logs.of("u b 2", "u c 3", "u a 1", "v c 9", "v a 8"));
    assertThat(Logs.asked(task)).containsExactly("u c", "v c");
    assertThat(Logs.pairs(task.train())).containsExactly("u a", "u b", "v a");
    assertThat(task.queries().getFirst().now())
        .isEqualTo(Instant.ofEpochMilli(Logs.START + 180_000));
  }

  @Test
  void trap8TheLastOfEqualTimesIsTheLastOfTheSource() {
    assertThat(Logs.asked(task(Logs.of("u b 1", "u a 1", "u c 1")))).containsExactly("u c");
    assertThat(Logs.asked(task(Logs.of("u c 1", "u b 1", "u a 1")))).containsExactly("u a");
  }

  @Test
  void aUserWithOneEventIsLearnedFromAndCounted() {
    Task task = task(Logs.of("u a 1", "u b 2", "single a 3"));
    assertThat(Logs.pairs(task.train())).containsExactly("u a", "single a");
    assertThat(task.counts().untested()).isEqualTo(1);
  }

  @Test
  void trap5ARepeatIsLeftOutWhenSeenItemsAreFiltered() {
    Interactions log = Logs.of("u a 1", "u b 2", "u a 3", "v a 1", "v b 2");
    Task filtered = split().tasks(log, Seen.FILTERED).getFirst();
    assertThat(Logs.asked(filtered)).containsExactly("v b");
    assertThat(filtered.counts().repeats()).isEqualTo(1);
    Task kept = split().tasks(log, Seen.KEPT).getFirst();
    assertThat(Logs.asked(kept)).containsExactly("u a", "v b");
    assertThat(kept.counts().repeats()).isZero();
  }

  @Test
  void aDislikeIsNotAskedFor() {
    Task task = task(Logs.of("u a 1", "u b 2 -1", "v a 1", "v b 2"));
    assertThat(Logs.asked(task)).containsExactly("v b");
    assertThat(task.counts().disliked()).isEqualTo(1);
    assertThat(task.counts().untested()).isEqualTo(1);
  }

  @Test
  void aRatingIsAskedForWhateverItsStars() {
    Task task = task(Logs.of(true, "u a 1 5", "u b 2 -1"));
    assertThat(Logs.asked(task)).containsExactly("u b");
  }

  @Test
  void asksForTheLastEventsThatAreWished() {
    Interactions log = Logs.of("u b 2", "u c 3", "u a 1", "v c 9", "v a 8");
    Task task = Split.parse("leave-last:2", 1).tasks(log, Seen.FILTERED).getFirst();
    assertThat(task.name()).isEqualTo("leave-last:2");
    assertThat(Logs.asked(task)).containsExactlyInAnyOrder("u b", "u c");
    assertThat(Logs.pairs(task.train())).containsExactly("u a", "v a", "v c");
    assertThat(task.queries().getFirst().now())
        .as("when the first of them happened")
        .isEqualTo(Instant.ofEpochMilli(Logs.START + 120_000));
  }

  @Test
  void aUserWithoutEventsIsNotAsked() {
    InteractionsBuilder log = new InteractionsBuilder(false, Repeats.ALL);
    log.user("nobody");
    log.add("u", "a", 1, 1000).add("u", "b", 1, 2000);
    assertThat(Logs.asked(task(log.build()))).containsExactly("u b");
  }

  @Test
  void noneOfTheLastEventsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LeaveLast(0))
        .withMessageContaining("at least 1");
  }

  @Test
  void nothingToAskForIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> task(Logs.of("u a 1", "v a 2")))
        .withMessageStartingWith("leave-one-out leaves nothing to ask for");
  }

  private Task task(Interactions log) {
    return split().tasks(log, Seen.FILTERED).getFirst();
  }
}
