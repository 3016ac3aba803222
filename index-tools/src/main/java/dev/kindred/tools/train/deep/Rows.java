package dev.kindred.tools.train.deep;

import dev.kindred.model.deep.ItemSpace;
import java.util.Arrays;

/**
 * Sums over an item's rows, and the way back.
 *
 * @param byItem its own row, then those of its features
 * @param features those of its features alone; all where it has none
 */
record Rows(ItemSpace items, int[][] byItem, int[][] features) {
  static Rows of(ItemSpace items) {
    int[][] byItem = new int[items.items().size()][];
    int[][] features = new int[byItem.length][];
    for (int item = 0; item < byItem.length; item++) {
      int[] rows = items.rows(item);
      byItem[item] = rows;
      features[item] = rows.length == 1 ? rows : Arrays.copyOfRange(rows, 1, rows.length);
    }
    return new Rows(items, byItem, features);
  }

  /** out += scale × description of the item in the table. */
  void add(float scale, Table table, int item, float[] out, int offset) {
    items.add(scale, table.values(), table.width(), byItem[item], out, offset);
  }

  /** The gradient of {@link #add}. */
  void addGradient(float scale, Table table, int item, float[] g, int from) {
    spread(scale, table, byItem[item], g, from);
  }

  /** The gradient of {@link ItemSpace#add} with these rows. */
  void spread(float scale, Table table, int[] rows, float[] g, int from) {
    int own = items.isItem(rows[0]) ? 1 : 0;
    for (int r = 0; r < rows.length; r++) {
      table.add(rows[r], r < own ? scale : scale / (rows.length - own), g, from);
    }
  }
}
