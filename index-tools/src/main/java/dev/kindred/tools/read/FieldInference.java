package dev.kindred.tools.read;

import dev.kindred.internal.registry.Unknown;
import dev.kindred.tools.read.config.ItemFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says what fields mean where the configuration does not: by their names, and numbers and vectors
 * by the values of a sample. A field that nothing fits is kept and shown but not searched.
 */
final class FieldInference {
  private static final List<String> IDS =
      List.of(
          "id",
          "item_id",
          "itemid",
          "item",
          "movie_id",
          "movieid",
          "book_id",
          "object_id",
          "product_id",
          "sku",
          "asin");
  private static final List<String> TEXT =
      List.of(
          "title",
          "name",
          "original_title",
          "movie_title",
          "subtitle",
          "headline",
          "description",
          "plot",
          "overview",
          "summary",
          "abstract",
          "synopsis",
          "body",
          "content",
          "text");
  private static final List<String> KEYWORDS =
      List.of(
          "author",
          "authors",
          "genre",
          "genres",
          "category",
          "categories",
          "subject",
          "subjects",
          "tag",
          "tags",
          "keyword",
          "keywords",
          "brand",
          "director",
          "directors",
          "actor",
          "actors",
          "cast",
          "artist",
          "artists",
          "publisher",
          "series",
          "language",
          "language_code",
          "color",
          "colour",
          "class",
          "type");
  private static final List<String> TIMES =
      List.of(
          "published",
          "published_at",
          "publication_date",
          "released",
          "release_date",
          "released_at",
          "created_at",
          "date",
          "timestamp",
          "original_publication_year",
          "publication_year",
          "release_year",
          "year");

  private final ItemFields configured;

  FieldInference(ItemFields configured) {
    this.configured = configured;
  }

  /** The configuration with nothing left to infer; time and domain stay null where none is. */
  ItemFields complete(String file, List<Map<String, Object>> sample) {
    Set<String> names = new LinkedHashSet<>();
    sample.forEach(row -> names.addAll(row.keySet()));
    String id = configured.id() != null ? configured.id() : id(file, names);
    if (!names.isEmpty() && !names.contains(id)) {
      throw new InputException(
          file, 1, Unknown.message("field", id, names), "correct items.id in kindred.yaml");
    }
    names.remove(id);
    names.removeIf(name -> name.startsWith("_") || name.startsWith("model."));
    names.removeAll(taken());
    String time = configured.time() != null ? configured.time() : best(TIMES, names, sample);
    names.remove(time);
    String domain =
        configured.domain() != null ? configured.domain() : best(List.of("domain"), names, null);
    names.remove(domain);
    Map<String, String> vectors =
        configured.vectors() != null ? configured.vectors() : vectors(names, sample);
    names.removeAll(vectors.values());
    List<String> text = configured.text() != null ? configured.text() : known(TEXT, names);
    List<String> keywords =
        configured.keywords() != null ? configured.keywords() : known(KEYWORDS, names);
    names.removeAll(text);
    names.removeAll(keywords);
    List<String> numbers =
        configured.numbers() != null ? configured.numbers() : numbers(names, sample);
    return new ItemFields(id, text, keywords, numbers, time, domain, vectors);
  }

  /** Fields whose meaning is configured: they get no second one. */
  private Set<String> taken() {
    Set<String> taken = new LinkedHashSet<>();
    Stream.of(configured.text(), configured.keywords(), configured.numbers())
        .filter(Objects::nonNull)
        .forEach(taken::addAll);
    if (configured.vectors() != null) {
      taken.addAll(configured.vectors().values());
    }
    Stream.of(configured.time(), configured.domain()).filter(Objects::nonNull).forEach(taken::add);
    return taken;
  }

  /** Whether a field of this name is searched as text. */
  static boolean isText(String name) {
    return TEXT.contains(plain(name));
  }

  private static String id(String file, Set<String> names) {
    String id = best(IDS, names, null);
    if (id == null && !names.isEmpty()) {
      throw new InputException(
          file,
          1,
          String.format(
              Locale.ROOT,
              "no field is the id: there are %s, expected one of %s",
              String.join(", ", names),
              String.join(", ", IDS)),
          "rename the field, or name it as items.id in kindred.yaml");
    }
    return id == null ? "id" : id;
  }

  /** The name that stands first in the list; with a sample, one whose values are all dates. */
  private static String best(
      List<String> known, Set<String> names, List<Map<String, Object>> sample) {
    for (String wanted : known) {
      for (String name : names) {
        if (plain(name).equals(wanted) && (sample == null || areTimes(name, sample))) {
          return name;
        }
      }
    }
    return null;
  }

  private static boolean areTimes(String name, List<Map<String, Object>> sample) {
    for (Map<String, Object> row : sample) {
      Object value = row.get(name);
      try {
        if (value != null) {
          Times.item(name, value.toString());
        }
      } catch (BadLine e) {
        return false;
      }
    }
    return true;
  }

  private static List<String> known(List<String> known, Set<String> names) {
    return known.stream()
        .flatMap(wanted -> names.stream().filter(name -> plain(name).equals(wanted)))
        .toList();
  }

  private static List<String> numbers(Set<String> names, List<Map<String, Object>> sample) {
    List<String> numbers = new ArrayList<>();
    for (String name : names) {
      String plain = plain(name);
      boolean identifies = plain.equals("id") || plain.endsWith("_id") || plain.startsWith("isbn");
      if (!identifies
          && sample.stream().map(row -> row.get(name)).allMatch(FieldInference::isNumber)) {
        numbers.add(name);
      }
    }
    return List.copyOf(numbers);
  }

  private static boolean isNumber(Object value) {
    return value == null
        || value instanceof Number
        || (value instanceof String text && Numbers.isNumber(text));
  }

  private static Map<String, String> vectors(Set<String> names, List<Map<String, Object>> sample) {
    Map<String, String> vectors = new LinkedHashMap<>();
    for (String name : names) {
      if (sample.stream()
          .map(row -> row.get(name))
          .allMatch(value -> value == null || Vectors.isVector(value))) {
        vectors.put(name, name);
      }
    }
    return vectors;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
