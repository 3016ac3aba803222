package dev.kindred.model.deep;

import dev.kindred.data.Catalogue;
import dev.kindred.data.Item;
import dev.kindred.model.Encoding;
import dev.kindred.model.Liking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The liked items of a history that a model knows something of, latest first.
 *
 * @param rows of {@link ItemSpace} for each item
 */
record History(List<int[]> rows) {

  /**
   * Looks items up in the catalogue only where they have no row of their own and features could
   * tell something of them.
   */
  static History of(List<Liking> likings, int length, ItemSpace items, Catalogue catalogue)
      throws IOException {
    List<int[]> rows = new ArrayList<>();
    for (Liking liking : likings) {
      if (rows.size() < length && liking.weight() > 0) {
        int[] known = rows(liking.itemId(), items, catalogue);
        if (known.length > 0) {
          rows.add(known);
        }
      }
    }
    return new History(rows);
  }

  private static int[] rows(String itemId, ItemSpace items, Catalogue catalogue)
      throws IOException {
    int own = items.items().ordinal(itemId);
    if (own >= 0) {
      return items.rows(own);
    }
    Optional<Item> item = items.features().size() == 0 ? Optional.empty() : catalogue.find(itemId);
    return item.isPresent() ? items.rows(item.get()) : new int[0];
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  int size() {
    return rows.size();
  }

  /** Why there is nothing to go by. */
  Encoding.None none(List<Liking> likings, String model) {
    boolean dislikes = !likings.isEmpty() && likings.stream().noneMatch(l -> l.weight() > 0);
    return dislikes
        ? new Encoding.None("the history holds dislikes only, which ask for nothing")
        : Liking.none(likings, "is known to " + model);
  }
}
