package dev.kindred.examples.bookshop;

import dev.kindred.data.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Built shops that tests share. */
public final class TestShop {
  /** What the title of {@link #HOSTILE} is. */
  public static final String MARKUP = "Zyzzyva <script>alert('x')</script> & \"more\"";

  /** An item whose texts would break a page that took them for markup. */
  public static final String HOSTILE = "hostile";

  private static Path folder;
  private static Path written;

  private TestShop() {}

  /** For tests that only ask. */
  static synchronized Path folder() {
    if (folder == null) {
      folder = build(List.of());
    }
    return folder;
  }

  /** An index of one's own, to change at will. */
  static void copy(Path to) throws IOException {
    Path from = folder();
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(one).toString());
        Files.createDirectories(target.getParent());
        Files.copy(one, target);
      }
    }
  }

  /** For tests that write too, with the hostile item. */
  static synchronized Path written() {
    if (written == null) {
      written = build(List.of(hostile()));
    }
    return written;
  }

  /** The shop with the hostile item. */
  public static Bookshop open() throws IOException {
    return Bookshop.open(written(), catalogue(List.of(hostile())));
  }

  private static Item hostile() {
    return new Item(
        HOSTILE,
        Map.of(
            "domain",
            "books",
            "title",
            MARKUP,
            "author",
            List.of("<b>Nobody</b>"),
            "subjects",
            List.of("<i>none</i>"),
            "language",
            List.of("en"),
            "published",
            2026L,
            "description",
            "<img src=x onerror=alert(1)> zyzzyva"));
  }

  private static Catalogue catalogue(List<Item> more) throws IOException {
    List<Item> items = new ArrayList<>(Catalogue.load().items());
    items.addAll(more);
    return new Catalogue(items);
  }

  private static Path build(List<Item> more) {
    try {
      Path fresh = Files.createTempDirectory("bookshop");
      Bookshop.open(fresh, catalogue(more)).close();
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
