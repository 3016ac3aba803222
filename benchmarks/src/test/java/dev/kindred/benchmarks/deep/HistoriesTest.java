package dev.kindred.benchmarks.deep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoriesTest {
  /** User u has u + 1 items, from item 0 on. */
  private static Histories histories(int users) {
    InteractionsBuilder builder = new InteractionsBuilder(false, Repeats.LAST);
    for (int user = 0; user < users; user++) {
      for (int item = 0; item <= user; item++) {
        builder.add("u" + user, "i" + item, 1, 0);
      }
    }
    return Histories.of(builder.build());
  }

  @Test
  void someUsersStandBeforeTheWholeCatalogue() {
    Histories some = histories(10).some(3, 2, 1);
    assertThat(some.sequences()).hasSize(3);
    assertThat(some.items()).isEqualTo(10);
    assertThat(some.interactions().items().ids()).hasSize(10);
  }

  @Test
  void usersWithFewEventsAreNotDrawn() {
    List<int[]> drawn = histories(10).some(100, 8, 1).sequences();
    assertThat(drawn).hasSize(3).allSatisfy(items -> assertThat(items).hasSizeGreaterThan(7));
  }

  @Test
  void theSeedSaysWhoIsDrawn() {
    Histories all = histories(30);
    assertThat(lengths(all.some(5, 1, 1))).isEqualTo(lengths(all.some(5, 1, 1)));
    assertThat(lengths(all.some(5, 1, 1))).isNotEqualTo(lengths(all.some(5, 1, 2)));
  }

  private static List<Integer> lengths(Histories histories) {
    return histories.sequences().stream().map(sequence -> sequence.length).toList();
  }

  @Test
  void everyEventButTheLastPredictsTheNext() {
    assertThat(histories(4).rows(100)).isEqualTo(0 + 1 + 2 + 3);
    assertThat(histories(4).rows(2)).isEqualTo(0 + 1 + 2 + 2);
    assertThat(Histories.last(new int[] {1, 2, 3, 4}, 2)).containsExactly(2, 3, 4);
    assertThat(Histories.last(new int[] {1, 2}, 5)).containsExactly(1, 2);
  }
}
