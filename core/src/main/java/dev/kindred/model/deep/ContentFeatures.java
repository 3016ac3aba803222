package dev.kindred.model.deep;

import dev.kindred.data.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names an item's content features: {@code field=value} for each value of a keyword field, and
 * {@code field#bucket} for a number, where bucket b holds what is at least the b-th bound.
 * Immutable.
 *
 * @param keywords keyword fields
 * @param numbers ascending bounds by numeric field
 */
public record ContentFeatures(List<String> keywords, Map<String, List<Double>> numbers) {
  /** No features: items are their ids. */
  public static final ContentFeatures NONE = new ContentFeatures(List.of(), Map.of());

  public ContentFeatures {
    keywords = List.copyOf(keywords);
    numbers = Map.copyOf(numbers);
  }

  /** In the order of fields and values; a value that is no number is left out. */
  public List<String> of(Item item) {
    List<String> names = new ArrayList<>();
    for (String field : keywords) {
      item.values(field).forEach(value -> names.add(field + "=" + value));
    }
    new TreeMap<>(numbers)
        .forEach(
            (field, bounds) -> {
              if (item.fields().get(field) instanceof Number number) {
                names.add(field + "#" + bucket(bounds, number.doubleValue()));
              }
            });
    return names;
  }

  private static int bucket(List<Double> bounds, double value) {
    int bucket = 0;
    while (bucket < bounds.size() && value >= bounds.get(bucket)) {
      bucket++;
    }
    return bucket;
  }
}
