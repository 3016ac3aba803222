package dev.kindred.examples.bookshop;

import dev.kindred.Recommender;
import dev.kindred.data.Event;
import dev.kindred.data.Item;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A bookshop that embeds Kindred: 670 real books, and readers who are simulated. Thread-safe.
 *
 * <pre>{@code
 * try (Bookshop shop = Bookshop.open(Path.of("bookshop-index"))) {
 *   Recommendations page = shop.recommender().recommend(Request.user("reader-gothic"));
 * }
 * }</pre>
 */
public final class Bookshop implements Closeable {
  private final Recommender recommender;
  private final Map<String, Item> books;
  private final List<String> readers;

  private Bookshop(Recommender recommender, Map<String, Item> books, List<String> readers) {
    this.recommender = recommender;
    this.books = books;
    this.readers = readers;
  }

  /** Opens the shop; its index is built first when it is missing or was built from other books. */
  public static Bookshop open(Path folder) throws IOException {
    ShopBuild build = new ShopBuild(folder);
    if (!build.isCurrent()) {
      build.run();
    }
    return new Bookshop(Recommender.open(folder), Books.load().byId(), Readers.names());
  }

  /** Whether {@link #open} would find its index there as it should be. */
  static boolean isBuilt(Path folder) throws IOException {
    return new ShopBuild(folder).isCurrent();
  }

  /** In the target folder of a checkout, else among temporary files. */
  static Path defaultFolder() {
    Path classes =
        Path.of(Bookshop.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Path target = classes.getParent();
    return Files.isDirectory(classes) && target.endsWith("target")
        ? target.resolve("bookshop-index")
        : Path.of(System.getProperty("java.io.tmpdir"), "kindred-bookshop-index");
  }

  /** What answers requests. */
  public Recommender recommender() {
    return recommender;
  }

  /** How many books there are. */
  public int size() {
    return books.size();
  }

  Optional<Item> book(String id) {
    return Optional.ofNullable(books.get(id));
  }

  /** The ids of the readers, those named after a taste first. */
  public List<String> readers() {
    return readers;
  }

  /** The titles of what the reader took last, newest first. */
  List<String> latest(String reader, int most) throws IOException {
    List<Event> history =
        new ArrayList<>(
            recommender.users().find(reader).map(state -> state.history()).orElse(List.of()));
    Collections.reverse(history);
    Set<String> titles = new LinkedHashSet<>();
    for (Event event : history) {
      book(event.itemId()).ifPresent(book -> titles.add(book.text("title")));
    }
    return titles.stream().limit(most).toList();
  }

  @Override
  public void close() throws IOException {
    recommender.close();
  }
}
