package dev.kindred.tools.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Items as JSON objects, one a line; a field inside objects goes by its path with dots. */
final class JsonItems implements ItemRows {
  private final JsonLines lines;

  JsonItems(Input input) throws IOException {
    this.lines = new JsonLines(input);
  }

  @Override
  public Map<String, Object> next() throws IOException, BadLine {
    Map<String, Object> fields = new LinkedHashMap<>();
    boolean found = lines.next((name, value) -> put(fields, name, value));
    return found ? fields : null;
  }

  private static void put(Map<String, Object> fields, String path, JsonParser value)
      throws IOException, BadLine {
    switch (value.currentToken()) {
      case START_OBJECT -> JsonLines.object(value, (n, v) -> put(fields, path + "." + n, v));
      case START_ARRAY -> {
        List<Object> list = list(path, value);
        if (!list.isEmpty()) {
          fields.put(path, list);
        }
      }
      case VALUE_NULL -> {}
      default -> fields.put(path, scalar(path, value));
    }
  }

  private static List<Object> list(String path, JsonParser value) throws IOException, BadLine {
    List<Object> list = new ArrayList<>();
    while (value.nextToken() != JsonToken.END_ARRAY) {
      if (value.currentToken() == null || value.currentToken().isStructStart()) {
        throw new BadLine(
            "the field " + path + " is a list of lists or objects, expected texts or numbers");
      }
      if (value.currentToken() != JsonToken.VALUE_NULL) {
        list.add(scalar(path, value));
      }
    }
    return list;
  }

  private static Object scalar(String path, JsonParser value) throws IOException, BadLine {
    return switch (value.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Numbers.number(path, value.getText());
      default -> value.getText();
    };
  }

  @Override
  public long line() {
    return lines.line();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
