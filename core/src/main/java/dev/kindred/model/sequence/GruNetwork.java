package dev.kindred.model.sequence;

import dev.kindred.internal.neural.Embedding;
import dev.kindred.internal.neural.GruCell;
import dev.kindred.internal.neural.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * The network of GRU4Rec with one layer and constrained embeddings: an item has one row for input
 * and output alike, as wide as the hidden state.
 *
 * @param items one row an item
 * @param bias added to each item's score
 * @param cell from the item's row and the state before to the state after
 */
public record GruNetwork(Embedding items, float[] bias, GruCell cell) {

  public static GruNetwork zeros(int factors, int items) {
    return new GruNetwork(
        Embedding.zeros(items, factors), new float[items], GruCell.zeros(factors, factors));
  }

  public int width() {
    return items.width();
  }

  /** All arrays, in a fixed order, by the names that artifacts use. */
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(items.parameters("item_embeddings"));
    all.add(new Parameter("item_bias", bias, bias.length));
    all.addAll(cell.parameters("gru"));
    return all;
  }
}
