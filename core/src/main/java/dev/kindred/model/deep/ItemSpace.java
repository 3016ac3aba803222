package dev.kindred.model.deep;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.Tensor;
import dev.kindred.internal.math.Kernels;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of an embedding table that describe an item: one of its own where it was trained, and
 * one for each of its content features, of which the mean is taken. An item that training never saw
 * is described by its features alone. Immutable and thread-safe.
 */
public final class ItemSpace {
  private final IdMap items;
  private final IdMap features;
  private final ContentFeatures content;
  private final int[] starts;
  private final int[] ordinals;

  /**
   * @param items those with a row of their own, rows 0 to n−1
   * @param features names of content features, the rows after
   * @param content how an item's features are named
   * @param starts n+1 positions in {@code ordinals}
   * @param ordinals of the features of each item
   */
  public ItemSpace(
      IdMap items, IdMap features, ContentFeatures content, int[] starts, int[] ordinals) {
    this.items = items;
    this.features = features;
    this.content = content;
    this.starts = starts;
    this.ordinals = ordinals;
  }

  static ItemSpace read(ArtifactReader artifact, ContentFeatures content) throws IOException {
    IdMap items = IdMap.of(artifact.strings("items"));
    IdMap features = IdMap.of(artifact.strings("features"));
    int[] starts = artifact.starts("item_features.starts", items.size());
    int[] ordinals = artifact.ordinals("item_features", starts[items.size()], features.size());
    return new ItemSpace(items, features, content, starts, ordinals);
  }

  void save(ArtifactWriter artifact) {
    artifact
        .strings("items", items.ids())
        .strings("features", features.ids())
        .tensor("item_features.starts", Tensor.of(Arrays.stream(starts).asLongStream().toArray()))
        .tensor("item_features", Tensor.of(ordinals));
  }

  /** How many rows a table has. */
  public int rows() {
    return items.size() + features.size();
  }

  public IdMap items() {
    return items;
  }

  public IdMap features() {
    return features;
  }

  /** The rows of a trained item: its own first, then its features'. */
  public int[] rows(int item) {
    int[] rows = new int[1 + starts[item + 1] - starts[item]];
    rows[0] = item;
    for (int f = 1; f < rows.length; f++) {
      rows[f] = items.size() + ordinals[starts[item] + f - 1];
    }
    return rows;
  }

  /** The rows of any item; none when nothing is known of it. */
  int[] rows(Item item) {
    int[] known = featuresOf(item);
    int own = items.ordinal(item.id());
    int[] rows = new int[known.length + (own < 0 ? 0 : 1)];
    if (own >= 0) {
      rows[0] = own;
    }
    for (int f = 0; f < known.length; f++) {
      rows[rows.length - known.length + f] = items.size() + known[f];
    }
    return rows;
  }

  private int[] featuresOf(Item item) {
    List<String> names = content.of(item);
    return names.stream().mapToInt(features::ordinal).filter(f -> f >= 0).distinct().toArray();
  }

  /** Whether a row is an item's own. */
  public boolean isItem(int row) {
    return row < items.size();
  }

  /** The item's id or the feature's name. */
  String name(int row) {
    return isItem(row) ? items.id(row) : features.id(row - items.size());
  }

  /** out[width] += scale × (own row + mean of the features' rows) of a table. */
  public void add(float scale, float[] table, int width, int[] rows, float[] out, int offset) {
    int own = rows.length > 0 && isItem(rows[0]) ? 1 : 0;
    for (int r = 0; r < rows.length; r++) {
      float weight = r < own ? scale : scale / (rows.length - own);
      Kernels.get().axpy(weight, table, rows[r] * width, out, offset, width);
    }
  }

  /** The description of an item in a table; see {@link #add}. */
  float[] vector(float[] table, int width, int[] rows) {
    float[] vector = new float[width];
    add(1, table, width, rows, vector, 0);
    return vector;
  }
}
