package dev.kindred.tools.read;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Items from a table: every column is a field, an empty value is none. */
final class TableItems implements ItemRows {
  private final Table table;
  private final Shape shape;

  /** What becomes of a row's fields. */
  interface Shape {
    Map<String, Object> of(Map<String, Object> row) throws BadLine;
  }

  TableItems(Table table, Shape shape) {
    this.table = table;
    this.shape = shape;
  }

  @Override
  public Map<String, Object> next() throws IOException, BadLine {
    if (!table.next()) {
      return null;
    }
    List<String> names = table.header();
    Map<String, Object> row = new LinkedHashMap<>();
    for (int c = 0; c < names.size(); c++) {
      String text = table.field(c);
      if (!text.isBlank() && !names.get(c).isEmpty()) {
        row.put(names.get(c), text);
      }
    }
    return shape.of(row);
  }

  @Override
  public long line() {
    return table.line();
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
