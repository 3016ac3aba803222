package dev.kindred.tools.simulate;

import dev.kindred.data.Item;
import dev.kindred.tools.read.config.ItemFields;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Made-up books; each is a function of the seed and its number, so none is held. */
final class MadeBooks implements Iterable<Item> {
  static final ItemFields FIELDS =
      new ItemFields(
          "id",
          List.of("title", "description"),
          List.of("author", "category", "tags", "series"),
          List.of("price", "volume"),
          "published",
          null,
          Map.of());

  /** A series runs through this many books in a row, of which only the first few belong to it. */
  private static final int BLOCK = 10;

  private static final int BOOKS_AN_AUTHOR = 20;

  private final long seed;
  private final int size;

  MadeBooks(long seed, int size) {
    this.seed = seed;
    this.size = size;
  }

  @Override
  public Iterator<Item> iterator() {
    return IntStream.range(0, size).mapToObj(this::book).iterator();
  }

  private Item book(int number) {
    SplittableRandom random = Seeds.of(~seed, number);
    int block = number / BLOCK;
    int volume = number % BLOCK + 1;
    SplittableRandom shared = Seeds.of(~seed, -1L - block);
    boolean inSeries = volume <= shared.nextInt(6);
    Genre genre = Genre.of(inSeries ? shared : random);
    int author = inSeries ? block / 2 : random.nextInt(1 + size / BOOKS_AN_AUTHOR);
    Map<String, Object> fields = new LinkedHashMap<>();
    String name = genre.name(inSeries ? shared : random);
    fields.put("title", inSeries ? name + ", volume " + volume : name);
    fields.put("author", Words.person(Seeds.of(seed, author)));
    fields.put("category", genre.title());
    fields.put("tags", genre.tags(random));
    fields.put("description", genre.sentence(random) + " " + genre.sentence(random));
    if (inSeries) {
      fields.put("series", name);
      fields.put("volume", (long) volume);
    }
    fields.put("price", (299 + random.nextInt(40) * 50) / 100.0);
    fields.put("published", published(random, inSeries ? volume : 0));
    return new Item("book" + (number + 1), fields);
  }

  private static String published(RandomGenerator random, int volume) {
    int age = (int) (-Math.log(1 - random.nextDouble()) * 3000);
    return LocalDate.of(2025, 12, 31).minusDays(Math.max(0, age - 200 * volume)).toString();
  }
}
