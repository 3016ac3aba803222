package dev.kindred.tools.evaluate.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Event;
import dev.kindred.data.Interactions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What holds for every split, on random logs. Extend it for a new one. */
abstract class SplitContract {
  abstract Split split();

  /** Events that are only history: neither learned from nor asked for. */
  List<String> onlyGiven(Task task) {
    return List.of();
  }

  @Test
  void isFoundByItsName() {
    assertThat(Split.parse(split().name(), 42)).isEqualTo(split());
  }

  @Test
  void saysWhatItLeaks() {
    assertThat(split().leaks()).startsWith("leaks ");
  }

  @RepeatedTest(10)
  void learnedAndAskedAreDisjointAndComplete(RepetitionInfo info) {
    Interactions log = Logs.random(info.getCurrentRepetition());
    for (Task task : split().tasks(log, Seen.KEPT)) {
      List<String> parts = new ArrayList<>(Logs.pairs(task.train()));
      parts.addAll(Logs.asked(task));
      parts.addAll(onlyGiven(task));
      assertThat(parts).containsExactlyInAnyOrderElementsOf(Logs.pairs(log));
    }
  }

  @RepeatedTest(5)
  void keepsIdsAndTheirNumbers(RepetitionInfo info) {
    Interactions log = Logs.random(info.getCurrentRepetition());
    for (Task task : split().tasks(log, Seen.FILTERED)) {
      assertThat(task.train().items().ids()).isEqualTo(log.items().ids());
      assertThat(task.train().users().ids()).isEqualTo(log.users().ids());
    }
  }

  @RepeatedTest(5)
  void isDeterministic(RepetitionInfo info) {
    Interactions log = Logs.random(info.getCurrentRepetition());
    List<Task> once = split().tasks(log, Seen.FILTERED);
    List<Task> again = split().tasks(log, Seen.FILTERED);
    for (int fold = 0; fold < once.size(); fold++) {
      assertThat(again.get(fold).queries()).isEqualTo(once.get(fold).queries());
      assertThat(Logs.pairs(again.get(fold).train())).isEqualTo(Logs.pairs(once.get(fold).train()));
    }
  }

  @RepeatedTest(10)
  void noUserLosesAnythingUncounted(RepetitionInfo info) {
    Interactions log = Logs.random(info.getCurrentRepetition());
    for (Task task : split().tasks(log, Seen.FILTERED)) {
      Counts counts = task.counts();
      assertThat(task.queries().size() + counts.untested()).isEqualTo(log.users().size());
      assertThat(counts.train()).isEqualTo(task.train().size());
      assertThat(counts.test()).isEqualTo(Logs.asked(task).size());
      assertThat(counts.unseenUsers())
          .isEqualTo(task.queries().stream().filter(q -> q.history().isEmpty()).count());
      assertThat(counts.unseenItems()).isEqualTo(unseenPairs(task));
    }
  }

  @RepeatedTest(5)
  void historyHoldsNothingThatIsAskedFor(RepetitionInfo info) {
    Interactions log = Logs.random(info.getCurrentRepetition());
    for (Task task : split().tasks(log, Seen.FILTERED)) {
      for (Query query : task.queries()) {
        List<String> had = query.history().stream().map(Event::itemId).toList();
        assertThat(had).doesNotContainAnyElementsOf(query.relevant());
        assertThat(query.history())
            .isSortedAccordingTo(java.util.Comparator.comparing(Event::time));
        assertThat(query.history()).allMatch(event -> event.userId().equals(query.userId()));
      }
    }
  }

  private static long unseenPairs(Task task) {
    Set<String> trained = new HashSet<>();
    Logs.pairs(task.train()).forEach(pair -> trained.add(pair.split(" ")[1]));
    return Logs.asked(task).stream().filter(pair -> !trained.contains(pair.split(" ")[1])).count();
  }
}
