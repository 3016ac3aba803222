package dev.kindred.tools.train.deep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Dataset;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Item;
import dev.kindred.data.Repeats;
import dev.kindred.model.deep.ContentFeatures;
import dev.kindred.model.deep.ItemSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpacesTest {
  private static Dataset data() {
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.ALL).item("never");
    events.add("u", "a", 1, 3).add("u", "b", 1, 1).add("u", "a", 1, 5).add("u", "hated", -1, 6);
    events.add("v", "c", 2, 4);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      items.add(new Item("x" + i, Map.of("price", i, "genre", i % 2 == 0 ? "even" : "odd")));
    }
    items.add(new Item("a", Map.of("genre", List.of("even", "even", "rare"), "price", 7)));
    return new Dataset(events.build(), items);
  }

  @Test
  void givesARowToEachItemThatSomebodyLikes() {
    ItemSpace space = Spaces.of(data(), ContentFeatures.NONE, 10);
    assertThat(space.items().ids()).containsExactly("a", "b", "c");
    assertThat(space.features().size()).isZero();
    assertThat(space.rows(1)).containsExactly(1);
  }

  @Test
  void cutsNumbersAtTheirDeciles() {
    ContentFeatures content = Spaces.content(data(), List.of("genre"), List.of("price"));
    assertThat(content.numbers().get("price")).hasSize(9).startsWith(2.0).isSorted();
  }

  @Test
  void keepsTheCommonestFeatures() {
    ContentFeatures content = Spaces.content(data(), List.of("genre"), List.of());
    ItemSpace space = Spaces.of(data(), content, 2);
    assertThat(space.features().ids()).containsExactly("genre=even", "genre=odd");
    assertThat(space.rows(0)).containsExactly(0, 3);
  }

  @Test
  void historiesHoldTheLatestLikedItemsOnce() {
    ItemSpace space = Spaces.of(data(), ContentFeatures.NONE, 0);
    Histories all = Histories.of(data().interactions(), space);
    assertThat(all.items()[0]).containsExactly(1, 0);
    assertThat(all.times()[0]).containsExactly(1, 5);
    Histories last = all.latest(1);
    assertThat(last.items()[0]).containsExactly(0);
    assertThat(last.items()[1]).containsExactly(2);
  }
}
