package dev.kindred.data;

import java.io.IOException;
import java.util.Optional;

/** Looks items up by id. Implementations are thread-safe. */
@FunctionalInterface
public interface Catalogue {
  /** Knows no item. */
  Catalogue EMPTY = itemId -> Optional.empty();

  /** The item, or empty when the catalogue does not have it. */
  Optional<Item> find(String itemId) throws IOException;
}
