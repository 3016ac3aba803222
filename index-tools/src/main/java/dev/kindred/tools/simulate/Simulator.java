package dev.kindred.tools.simulate;

import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.tools.read.EventSink;
import dev.kindred.tools.read.config.ItemFields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A seeded world: a catalogue, and readers with tastes that drift, who follow series and the crowd.
 * Equal simulators make equal worlds. Immutable.
 *
 * @param seed of everything
 * @param items how many items the catalogue has
 * @param users how many readers there are
 * @param events how many events they leave, but for rounding and readers who have read everything
 */
public record Simulator(long seed, int items, int users, int events) {
  public Simulator {
    if (items < 1 || users < 1 || events < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a world needs items, users and events, had %d, %d and %d",
              items,
              users,
              events));
    }
  }

  /** The made-up books, one after the other and the same whenever asked. */
  public Iterable<Item> catalogue() {
    return new MadeBooks(seed, items);
  }

  /**
   * Writes {@code items.jsonl} and {@code events.csv} into the folder, without holding them.
   *
   * @return how many events there are
   */
  public int write(Path folder) throws IOException {
    return WorldFiles.write(this, folder);
  }

  /** Simulates the readers of this world's own catalogue. */
  public void readers(EventSink sink) {
    simulateReaders(catalogue(), MadeBooks.FIELDS, sink);
  }

  /**
   * Simulates plausible readers of any catalogue: each has one to three favourite keywords, which
   * change now and then; picks by popularity among what has them, sometimes from the crowd or at
   * random; and goes on with a series once begun. A {@code view} may become a {@code cart}, a
   * {@code purchase} or both. Events come reader by reader, each reader's in order of time. Ids are
   * {@code reader1} and so on; this simulator's number of items does not matter.
   *
   * @param catalogue the items; each needs its keywords in memory as numbers, not more
   * @param fields complete, as {@link dev.kindred.tools.read.ItemSource#fields} gives them; a field
   *     {@code series} with {@code volume} makes sequences
   */
  public void simulateReaders(Iterable<Item> catalogue, ItemFields fields, EventSink sink) {
    Shelves shelves = new Shelves(seed, catalogue, fields.keywords());
    new Crowd(seed, users, events, shelves).read(sink);
  }

  /**
   * Ratings in memory with the size and skew of MovieLens 20M: 138,493 users, 26,744 items and
   * about 20.0 million entries, in some seconds.
   */
  public static Interactions movielens20mShape(long seed) {
    return new MovieLensShape(seed, 1).interactions(MovieLensShape.ENTRIES);
  }
}
