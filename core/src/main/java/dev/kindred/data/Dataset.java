package dev.kindred.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a trainer may see.
 *
 * @param interactions who did what, when
 * @param items the catalogue, for trainers that read content; may be iterated more than once
 * @param users declared facts by user id, such as {@code country}; empty when none are known
 */
public record Dataset(
    Interactions interactions, Iterable<Item> items, Map<String, Map<String, String>> users) {

  /** Users of whom nothing is declared. */
  public Dataset(Interactions interactions, Iterable<Item> items) {
    this(interactions, items, Map.of());
  }

  /** The catalogue, and after it the items that only events name, of which nothing is known. */
  public static List<Item> everyItem(List<Item> catalogue, Interactions events) {
    List<Item> items = new ArrayList<>(catalogue);
    Set<String> known = new HashSet<>();
    catalogue.forEach(item -> known.add(item.id()));
    for (String id : events.items().ids()) {
      if (known.add(id)) {
        items.add(new Item(id, Map.of()));
      }
    }
    return items;
  }

  /** The user's declared facts. */
  public Map<String, String> attributes(String userId) {
    return users.getOrDefault(userId, Map.of());
  }
}
