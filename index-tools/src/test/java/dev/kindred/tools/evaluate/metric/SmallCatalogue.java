package dev.kindred.tools.evaluate.metric;

import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import java.util.List;
import java.util.Set;

/** Catalogues for tests. */
final class SmallCatalogue {
  private SmallCatalogue() {}

  /** Items i0, i1, …: user u had the first of them, up to i(u); keywords by the number's digits. */
  static CatalogueStats skewed(int items) {
    InteractionsBuilder train = new InteractionsBuilder(false, Repeats.ALL);
    for (int user = 0; user < items; user++) {
      train.item("i" + user);
      for (int item = 0; item <= user; item++) {
        train.add("u" + user, "i" + item, 1, item);
      }
    }
    return CatalogueStats.of(train.build())
        .with(ItemSimilarity.jaccard(item -> Set.copyOf(List.of(item.substring(1).split("")))));
  }

  /** Four users; a had by all, b by two, c by one, d by none. */
  static CatalogueStats abcd() {
    InteractionsBuilder train = new InteractionsBuilder(false, Repeats.ALL);
    train.item("a").item("b").item("c").item("d");
    train.add("1", "a", 1, 0).add("2", "a", 1, 0).add("3", "a", 1, 0).add("4", "a", 1, 0);
    train.add("1", "b", 1, 0).add("2", "b", 1, 0).add("2", "b", 1, 1).add("3", "c", 1, 0);
    return CatalogueStats.of(train.build());
  }
}
