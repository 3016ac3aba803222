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
import java.util.stream.Stream;

/**
 * What the shop has: real books and real films, with descriptions of our own.
 *
 * @param items sorted by id within their domain
 */
record Catalogue(List<Item> items) implements ItemSource {
  /** The field that tells books and films apart. */
  static final String DOMAIN = "domain";

  static final String BOOKS = "books";
  static final String FILMS = "films";

  private static final ItemFields FIELDS =
      new ItemFields(
          "id",
          List.of("title", "description"),
          List.of("author", "subjects", "language", "series"),
          List.of("pages", "minutes"),
          "published",
          DOMAIN,
          Map.of());

  Catalogue {
    items = List.copyOf(items);
  }

  /** Both bundled files, the books first. */
  static Catalogue load() throws IOException {
    return new Catalogue(
        Stream.concat(read(BOOKS).items.stream(), read(FILMS).items.stream()).toList());
  }

  /** The bundled file of a domain. */
  static Catalogue read(String domain) throws IOException {
    Path file = Files.createTempFile(domain, ".jsonl");
    String resource = "/bookshop/" + domain + ".jsonl";
    try (InputStream in = Catalogue.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the resource " + resource + " is missing");
      }
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      List<Item> items = new ArrayList<>();
      new Inputs(FIELDS, EventColumns.COMMON, BadLines.STOP)
          .items(file, Format.JSONL)
          .read(items::add);
      return new Catalogue(items);
    } finally {
      Files.delete(file);
    }
  }

  /** The items of a domain. */
  List<Item> of(String domain) {
    return items.stream().filter(item -> item.text(DOMAIN).equals(domain)).toList();
  }

  /** The items by id, in their order. */
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
    return new ReadReport("the bundled catalogue", items.size(), 0, List.of(), 0);
  }

  @Override
  public Iterator<Item> iterator() {
    return items.iterator();
  }
}
