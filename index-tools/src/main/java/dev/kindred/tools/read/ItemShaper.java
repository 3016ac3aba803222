package dev.kindred.tools.read;

import dev.kindred.data.Item;
import dev.kindred.tools.read.config.ItemFields;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives a row's values the types that their fields want. */
final class ItemShaper {
  private final ItemFields fields;
  private final Set<String> keywords;
  private final Set<String> numbers;
  private final Set<String> vectors;

  /**
   * @param fields complete: nothing left to infer but time and domain, which may be missing
   */
  ItemShaper(ItemFields fields) {
    this.fields = fields;
    this.keywords = new HashSet<>(fields.keywords());
    this.numbers = new HashSet<>(fields.numbers());
    this.vectors = new HashSet<>(fields.vectors().values());
  }

  Item shape(Map<String, Object> row) throws BadLine {
    Object id = row.get(fields.id());
    String checked = Ids.check("item", id == null ? null : id.toString());
    Map<String, Object> shaped = new LinkedHashMap<>();
    for (Map.Entry<String, Object> field : row.entrySet()) {
      String name = field.getKey();
      if (!name.equals(fields.id())) {
        shaped.put(name, value(name, field.getValue()));
      }
    }
    return new Item(checked, shaped);
  }

  private Object value(String name, Object raw) throws BadLine {
    if (vectors.contains(name)) {
      return Vectors.vector(name, raw);
    }
    if (name.equals(fields.time())) {
      return Times.item(name, one(name, raw));
    }
    if (numbers.contains(name)) {
      return raw instanceof Number ? raw : Numbers.number(name, one(name, raw));
    }
    if (keywords.contains(name) && raw instanceof String text) {
      return Texts.list(text, "|");
    }
    if (raw instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return raw;
  }

  private static String one(String name, Object raw) throws BadLine {
    if (raw instanceof List<?>) {
      throw new BadLine("the field " + name + " is a list, expected one value");
    }
    return raw.toString();
  }
}
