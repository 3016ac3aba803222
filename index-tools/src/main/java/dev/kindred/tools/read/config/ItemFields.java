package dev.kindred.tools.read.config;

import java.util.List;
import java.util.Map;

/**
 * What the fields of an item mean. A part left null is inferred from the catalogue, an empty list
 * means none. Immutable.
 *
 * @param id the field with the item's id
 * @param text fields searched as text
 * @param keywords fields whose values are matched whole; in CSV they are split at {@code |}
 * @param numbers fields that are numbers
 * @param time the field with the item's date
 * @param domain the field that says which of several catalogues the item belongs to
 * @param vectors fields that are vectors, by the name they get
 */
public record ItemFields(
    String id,
    List<String> text,
    List<String> keywords,
    List<String> numbers,
    String time,
    String domain,
    Map<String, String> vectors) {
  /** Everything is inferred. */
  public static final ItemFields INFERRED =
      new ItemFields(null, null, null, null, null, null, null);

  public ItemFields {
    text = text == null ? null : List.copyOf(text);
    keywords = keywords == null ? null : List.copyOf(keywords);
    numbers = numbers == null ? null : List.copyOf(numbers);
    vectors = vectors == null ? null : Map.copyOf(vectors);
  }
}
