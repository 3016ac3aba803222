package dev.kindred.arrange;

import dev.kindred.request.Recommendations.Scored;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What an item's display fields hold. */
final class ItemFields {
  private ItemFields() {}

  /** The values of a field as text; none when the item has no such field. */
  static List<String> values(Scored item, String field) {
    return switch (item.fields().get(field)) {
      case null -> List.of();
      case List<?> many -> many.stream().filter(Objects::nonNull).map(Object::toString).toList();
      case Object one -> List.of(one.toString());
    };
  }

  /** The values an item has in several fields, each marked with its field. */
  static Set<String> marked(Scored item, List<String> fields) {
    Set<String> marked = new HashSet<>();
    for (String field : fields) {
      values(item, field).forEach(value -> marked.add(field + '=' + value));
    }
    return marked;
  }

  /** The share of common values among all; 0 when either has none. */
  static double jaccard(Set<String> a, Set<String> b) {
    int common = common(a, b);
    return common == 0 ? 0 : (double) common / (a.size() + b.size() - common);
  }

  /** The cosine of two sets as 0/1 vectors; 0 when either has none. */
  static double cosine(Set<String> a, Set<String> b) {
    int common = common(a, b);
    return common == 0 ? 0 : common / Math.sqrt((double) a.size() * b.size());
  }

  private static int common(Set<String> a, Set<String> b) {
    int common = 0;
    for (String value : a) {
      common += b.contains(value) ? 1 : 0;
    }
    return common;
  }
}
