package dev.kindred.examples.bookshop;

import dev.kindred.data.Item;
import dev.kindred.tools.read.BadLines;
import dev.kindred.tools.read.Format;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.ItemSource;
import dev.kindred.tools.read.ReadReport;
import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.ItemFields;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The bundled catalogue: 670 real books with descriptions of our own.
 *
 * @param items sorted by id
 */
record Books(List<Item> items) implements ItemSource {
  static final String RESOURCE = "/bookshop/books.jsonl";

  private static final ItemFields FIELDS =
      new ItemFields(
          "id",
          List.of("title", "description"),
          List.of("author", "subjects", "language", "series"),
          List.of("pages"),
          "published",
          null,
          Map.of());

  Books {
    items = List.copyOf(items);
  }

  /** Reads the bundled file. */
  static Books load() throws IOException {
    Path file = Files.createTempFile("books", ".jsonl");
    try (InputStream in = Books.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("the resource " + RESOURCE + " is missing");
      }
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      List<Item> items = new ArrayList<>();
      new Inputs(FIELDS, EventColumns.COMMON, BadLines.STOP)
          .items(file, Format.JSONL)
          .read(items::add);
      return new Books(items);
    } finally {
      Files.delete(file);
    }
  }

  /** The books by id, in their order. */
  Map<String, Item> byId() {
    Map<String, Item> byId = new LinkedHashMap<>();
    items.forEach(item -> byId.put(item.id(), item));
    return byId;
  }

  @Override
  public ItemFields fields() {
    return FIELDS;
  }

  @Override
  public Map<String, Integer> dimensions() {
    return Map.of();
  }

  @Override
  public ReadReport read(Consumer<Item> consumer) {
    items.forEach(consumer);
    return new ReadReport("books.jsonl", items.size(), 0, List.of(), 0);
  }

  @Override
  public Iterator<Item> iterator() {
    return items.iterator();
  }
}
