package dev.kindred.tools.evaluate.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.data.Event;
import dev.kindred.data.Interactions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishedTest {
  private static final Interactions TRAIN = Logs.of("u a 1", "u b 2", "v a 1");
  private static final Interactions VALIDATION = Logs.of("u c 3", "v d 4");

  @Test
  void asksInTheOrderOfTheFile() {
    Map<String, List<String>> test = new LinkedHashMap<>();
    test.put("v", List.of("c", "b"));
    test.put("u", List.of("d"));
    Task task = new Published("m1", TRAIN, test).task();
    assertThat(task.queries()).extracting(Query::userId).containsExactly("v", "u");
    assertThat(task.queries().getFirst().relevant()).containsExactlyInAnyOrder("b", "c");
    assertThat(task.train().items().ids()).containsExactlyInAnyOrder("a", "b", "c", "d");
    assertThat(Logs.pairs(task.train())).isEqualTo(Logs.pairs(TRAIN));
    assertThat(task.sampled()).isFalse();
  }

  @Test
  void validationIsHistoryAndLearnedFromWhenRefitted() {
    Published published = new Published("sas", TRAIN, Map.of("u", List.of("d")));
    Task refit = published.validation(VALIDATION, true).task();
    assertThat(Logs.pairs(refit.train())).containsExactly("u a", "u b", "u c", "v a", "v d");
    assertThat(history(refit)).containsExactly("a", "b", "c");
    Task apart = published.validation(VALIDATION, false).task();
    assertThat(Logs.pairs(apart.train())).containsExactly("u a", "u b", "v a");
    assertThat(apart.train().items().ids()).contains("c", "d");
    assertThat(history(apart)).containsExactly("a", "b", "c");
    assertThat(apart.queries().getFirst().now())
        .isEqualTo(Instant.ofEpochMilli(VALIDATION.newest()));
  }

  @Test
  void aNegativeEqualToTheHeldOutItemIsSkippedAndCounted() {
    Task task =
        new Published("ncf", TRAIN, Map.of("u", List.of("d")))
            .negatives(Map.of("u", List.of("x", "d", "y")))
            .task();
    assertThat(task.queries().getFirst().candidates()).containsExactlyInAnyOrder("x", "y", "d");
    assertThat(task.counts().ownNegatives()).isEqualTo(1);
    assertThat(task.sampled()).isTrue();
    assertThat(task.train().items().ids()).contains("x", "y", "d");
  }

  @Test
  void unseenUsersAndItemsAreAskedForAndCounted() {
    Task task = new Published("m1", TRAIN, Map.of("stranger", List.of("a", "z"))).task();
    assertThat(task.queries().getFirst().history()).isEmpty();
    assertThat(task.counts()).isEqualTo(new Counts(3, 2, 1, 1, 0, 0, 0, 0));
    assertThat(task.counts().notes())
        .containsExactly(
            "3 training events, 2 test pairs",
            "1 users have no history; they are asked for all the same",
            "1 test pairs name an item without training events; they count as asked");
  }

  @Test
  void trap5TestItemsOfTheTrainingPartAreLeftOutUnlessSeenItemsAreKept() {
    Published published = new Published("sessions", TRAIN, Map.of("u", List.of("a", "d")));
    assertThat(Logs.asked(published.task())).containsExactly("u d");
    assertThat(published.task().counts().repeats()).isEqualTo(1);
    assertThat(Logs.asked(published.seen(Seen.KEPT).task()))
        .containsExactlyInAnyOrder("u a", "u d");
  }

  @Test
  void aUserWithAnEmptyTestLineIsCounted() {
    Task task = new Published("p10", TRAIN, Map.of("u", List.of("d"), "v", List.of())).task();
    assertThat(task.counts().untested()).isEqualTo(1);
  }

  @Test
  void aQueryNeedsSomethingToAskFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Published("m1", TRAIN, Map.of("u", List.of("a"))).task())
        .withMessageStartingWith("m1 leaves nothing to ask for");
  }

  @Test
  void trap6ACarveOutHoldsNothingOfTheTest() {
    Task task = new Published("m1", TRAIN, Map.of("u", List.of("d"), "v", List.of("e"))).task();
    List<Task> carved = task.carveOut(Split.parse("leave-one-out", 1));
    assertThat(Logs.asked(carved.getFirst())).containsExactly("u b");
    assertThat(Logs.pairs(carved.getFirst().train())).containsExactly("u a", "v a");
    assertThat(carved.getFirst().train().items().ids()).isEqualTo(task.train().items().ids());
  }

  private static List<String> history(Task task) {
    return task.queries().getFirst().history().stream().map(Event::itemId).toList();
  }
}
