package dev.kindred.arrange;

import dev.kindred.request.Recommendations.Scored;
import java.util.List;
import java.util.Objects;

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
}
