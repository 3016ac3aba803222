package dev.kindred.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One catalogue entry: an id and its named fields, in the order they were given. Immutable.
 *
 * @param id the application's own identifier, not empty
 * @param fields values by field name: {@code String}, {@code Number}, {@code Boolean}, {@code
 *     float[]}, or a {@code List} of strings; never null
 */
public record Item(String id, Map<String, Object> fields) {
  public Item {
    if (Objects.requireNonNull(id, "id").isEmpty()) {
      throw new IllegalArgumentException("an item id must not be empty");
    }
    fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** The field as text: a list is joined with spaces; empty when the item has no such field. */
  public String text(String field) {
    return switch (fields.get(field)) {
      case null -> "";
      case List<?> many -> String.join(" ", many.stream().map(String::valueOf).toList());
      case Object one -> one.toString();
    };
  }

  /** The field as separate values: a list as it is, one value alone, none when absent. */
  public List<String> values(String field) {
    return switch (fields.get(field)) {
      case null -> List.of();
      case List<?> many -> many.stream().map(String::valueOf).toList();
      case Object one -> List.of(one.toString());
    };
  }
}
