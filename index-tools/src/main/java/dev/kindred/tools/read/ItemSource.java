package dev.kindred.tools.read;

import dev.kindred.data.Item;
import dev.kindred.tools.read.config.ItemFields;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A catalogue that can be read from its start, any number of times unless it comes from a stream.
 * Nothing but the item at hand, and the ids seen, is held in memory. Not thread-safe.
 *
 * <p>Values are texts, numbers ({@code Long} or {@code Double}), booleans, lists of texts, and
 * {@code float[]} for vectors; the time field is checked but stays as it was written.
 */
public interface ItemSource extends Iterable<Item> {
  /** What the fields mean: as configured, and what was not configured as inferred. */
  ItemFields fields();

  /** The dimensions of the vectors, by field, as the first items have them. */
  Map<String, Integer> dimensions();

  /**
   * Gives every item to the consumer, in the order of the source.
   *
   * @throws InputException when the input cannot be used or has more bad lines than are allowed
   */
  ReadReport read(Consumer<Item> consumer);

  /** Items one by one. The file is closed at the end and on an error; so read to the end. */
  @Override
  Iterator<Item> iterator();
}
