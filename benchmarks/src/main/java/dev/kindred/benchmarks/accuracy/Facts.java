package dev.kindred.benchmarks.accuracy;

import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import java.util.List;
import java.util.Map;

/**
 * What is known beside events.
 *
 * @param items by id
 * @param users declared facts by user id
 */
record Facts(Map<String, Item> items, Map<String, Map<String, String>> users) {
  static final Facts NONE = new Facts(Map.of(), Map.of());

  /** All items of the events, with their fields where those are known. */
  List<Item> of(Interactions events) {
    return events.items().ids().stream()
        .map(id -> items.getOrDefault(id, new Item(id, Map.of())))
        .toList();
  }
}
