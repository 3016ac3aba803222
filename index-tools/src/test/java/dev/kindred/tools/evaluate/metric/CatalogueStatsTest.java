package dev.kindred.tools.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import org.junit.jupiter.api.Test;

class CatalogueStatsTest {
  @Test
  void countsUsersNotEvents() {
    CatalogueStats stats = SmallCatalogue.abcd();
    assertThat(stats.popularity("a")).isEqualTo(4);
    assertThat(stats.popularity("b")).isEqualTo(2);
    assertThat(stats.popularity("d")).isZero();
    assertThat(stats.popularity("elsewhere")).isZero();
    assertThat(stats.items().ids()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void usersWithoutEventsAreNotCounted() {
    InteractionsBuilder train = new InteractionsBuilder(false, Repeats.ALL);
    train.user("idle").add("1", "a", 1, 0);
    assertThat(CatalogueStats.of(train.build()).users()).isEqualTo(1);
  }
}
