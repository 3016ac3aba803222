package dev.kindred.data;

import java.util.Map;

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

  /** The user's declared facts. */
  public Map<String, String> attributes(String userId) {
    return users.getOrDefault(userId, Map.of());
  }
}
