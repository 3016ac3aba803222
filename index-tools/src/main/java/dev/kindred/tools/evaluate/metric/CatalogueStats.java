package dev.kindred.tools.evaluate.metric;

import dev.kindred.data.IdMap;
import dev.kindred.data.Interactions;
import java.util.Arrays;

/**
 * What metrics know of the catalogue: which items can be recommended, and how many users of the
 * training data had each. Immutable and thread-safe.
 */
public final class CatalogueStats {
  private final IdMap items;
  private final int[] popularity;
  private final int users;
  private final ItemSimilarity similarity;

  private CatalogueStats(IdMap items, int[] popularity, int users, ItemSimilarity similarity) {
    this.items = items;
    this.popularity = popularity;
    this.users = users;
    this.similarity = similarity;
  }

  /** All items of the training data's id map, touched or not, without similarities. */
  public static CatalogueStats of(Interactions train) {
    int[] popularity = new int[train.items().size()];
    int[] lastUser = new int[popularity.length];
    Arrays.fill(lastUser, -1);
    int users = 0;
    for (int user = 0; user < train.users().size(); user++) {
      users += train.from(user) < train.to(user) ? 1 : 0;
      for (int p = train.from(user); p < train.to(user); p++) {
        int item = train.item(p);
        popularity[item] += lastUser[item] == user ? 0 : 1;
        lastUser[item] = user;
      }
    }
    return new CatalogueStats(train.items(), popularity, users, null);
  }

  /** The same catalogue with a similarity of items, for intra-list diversity. */
  public CatalogueStats with(ItemSimilarity itemSimilarity) {
    return new CatalogueStats(items, popularity, users, itemSimilarity);
  }

  /** The items that can be recommended. */
  public IdMap items() {
    return items;
  }

  /** How many users of the training data did anything. */
  public int users() {
    return users;
  }

  /** How many users had the item; 0 for an item nobody touched or outside the catalogue. */
  public int popularity(String itemId) {
    int item = items.ordinal(itemId);
    return item < 0 ? 0 : popularity[item];
  }

  /**
   * @throws IllegalArgumentException when the catalogue was given none
   */
  ItemSimilarity similarity(String metric) {
    if (similarity == null) {
      throw new IllegalArgumentException(
          metric + " needs the items' keywords, and there are none; give the item file");
    }
    return similarity;
  }
}
