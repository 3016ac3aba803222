package dev.kindred.tools.evaluate.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Interactions;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class UserSplitTest extends SplitContract {
  @Override
  Split split() {
    return new UserSplit(0.8, 42);
  }

  @Override
  List<String> onlyGiven(Task task) {
    return task.queries().stream()
        .flatMap(query -> query.history().stream().map(e -> e.userId() + " " + e.itemId()))
        .toList();
  }

  @RepeatedTest(5)
  void heldOutUsersAreNotLearnedFrom(RepetitionInfo info) {
    Interactions log = Logs.random(info.getCurrentRepetition());
    Task task = split().tasks(log, Seen.FILTERED).getFirst();
    assertThat(task.queries()).hasSizeBetween(6, 12);
    for (Query query : task.queries()) {
      int user = task.train().users().ordinal(query.userId());
      assertThat(task.train().from(user)).isEqualTo(task.train().to(user));
      assertThat(query.history().size() - query.relevant().size()).isBetween(0, 1);
    }
  }

  @Test
  void theOlderHalfIsGiven() {
    Interactions log = Logs.of("u c 3", "u a 1", "u b 2", "v c 3", "v a 1", "v b 2");
    Task task = new UserSplit(0.5, 1).tasks(log, Seen.FILTERED).getFirst();
    Query query = task.queries().getFirst();
    assertThat(query.history()).extracting(event -> event.itemId()).containsExactly("a", "b");
    assertThat(query.relevant()).containsExactly("c");
    assertThat(task.train().size()).isEqualTo(3);
  }
}
