package dev.kindred.tools.read;

import dev.kindred.data.Event;
import dev.kindred.internal.registry.Unknown;
import dev.kindred.tools.read.config.EventColumns;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Events from a table: finds the slots' columns in its header. */
final class TableEvents implements EventRows {
  private final Table table;
  private final Map<Slot, Integer> columns = new EnumMap<>(Slot.class);
  private final String defaultType;

  /**
   * @param names the columns' names, which may differ from the header as in RecBole's {@code
   *     name:type}
   */
  TableEvents(String file, Table table, List<String> names, EventColumns mapping) {
    this.table = table;
    if (!names.isEmpty()) {
      for (Slot slot : Slot.values()) {
        columns.put(slot, find(file, slot, names, mapping));
      }
    }
    int value = columns.getOrDefault(Slot.VALUE, -1);
    this.defaultType = value >= 0 && Slot.isRating(names.get(value)) ? Event.RATING : Event.VIEW;
  }

  private static int find(String file, Slot slot, List<String> names, EventColumns mapping) {
    int best = -1;
    int bestRank = Integer.MAX_VALUE;
    for (int c = 0; c < names.size(); c++) {
      int rank = slot.rank(names.get(c), mapping);
      if (rank >= 0 && rank < bestRank) {
        best = c;
        bestRank = rank;
      }
    }
    String mapped = slot.mapped(mapping);
    if (best < 0 && mapped != null) {
      throw new InputException(
          file,
          1,
          Unknown.message("column", mapped, names),
          "correct events." + slot.name().toLowerCase(Locale.ROOT) + " in kindred.yaml");
    }
    if (best < 0 && (slot == Slot.USER || slot == Slot.ITEM)) {
      String noun = slot.names().getFirst();
      throw new InputException(
          file,
          1,
          String.format(
              Locale.ROOT,
              "no column is the %s's: the header is %s, expected one of %s",
              noun,
              String.join(", ", names),
              String.join(", ", slot.names())),
          "rename the column, or name it as events." + noun + " in kindred.yaml");
    }
    return best;
  }

  @Override
  public boolean next() throws IOException, BadLine {
    return table.next();
  }

  @Override
  public long line() {
    return table.line();
  }

  @Override
  public String get(Slot slot) {
    int column = columns.getOrDefault(slot, -1);
    return column < 0 ? null : table.field(column);
  }

  @Override
  public String defaultType() {
    return defaultType;
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
