package dev.kindred.tools.read;

import dev.kindred.tools.read.config.EventColumns;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** RecBole's atomic files: a table whose header gives each column's name and type. */
final class Atomic {
  private Atomic() {}

  static EventRows events(Input input, EventColumns mapping) throws IOException {
    TabTable table = new TabTable(input);
    List<String> names = table.header().stream().map(Atomic::name).toList();
    return new TableEvents(input.name(), table, names, mapping);
  }

  static ItemRows items(Input input) throws IOException {
    return new TableItems(new TabTable(input), Atomic::typed);
  }

  private static Map<String, Object> typed(Map<String, Object> row) throws BadLine {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Map.Entry<String, Object> column : row.entrySet()) {
      String name = name(column.getKey());
      fields.put(name, value(name, type(column.getKey()), column.getValue().toString()));
    }
    return fields;
  }

  /** A sequence of tokens is a list, but for a title, which RecBole writes as one too. */
  private static Object value(String name, String type, String text) throws BadLine {
    return switch (type) {
      case "float" -> Numbers.number(name, text);
      case "token_seq" -> FieldInference.isText(name) ? text : Texts.list(text, " ");
      case "float_seq" -> numbers(name, text);
      default -> text;
    };
  }

  private static List<Number> numbers(String name, String text) throws BadLine {
    List<String> parts = Texts.list(text, " ");
    Number[] numbers = new Number[parts.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Numbers.number(name, parts.get(i));
    }
    return List.of(numbers);
  }

  private static String name(String column) {
    int colon = column.lastIndexOf(':');
    return colon < 0 ? column : column.substring(0, colon);
  }

  private static String type(String column) {
    int colon = column.lastIndexOf(':');
    return colon < 0 ? "token" : column.substring(colon + 1);
  }
}
