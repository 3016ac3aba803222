package dev.kindred.model.deep;

import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.Tensor;
import dev.kindred.internal.text.FrequencyField;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexableField;

/**
 * The wide part: a weight for each pair of a feature of the request (of user or moment, or one that
 * a liked item has) and a feature of the item. The request fixes one half of every pair, so what is
 * left is a weighted sum over the item's own features: terms of an indexed field. Immutable.
 *
 * @param context how many features user and moment have; rows of the matrix before the items'
 * @param items the rows after, and the columns
 * @param starts of each row
 * @param columns of the weights that are not 0
 * @param weights of the pairs
 */
public record Wide(int context, ItemSpace items, int[] starts, int[] columns, float[] weights) {

  /** The indexed field of an item's features. */
  static String field(String name) {
    return Fields.of(name) + ".wide";
  }

  static Wide read(ArtifactReader artifact, JointModel.Settings settings, ItemSpace items)
      throws IOException {
    int context = settings.context().size();
    int[] starts = artifact.starts("wide.starts", context + items.rows());
    int count = starts[starts.length - 1];
    return new Wide(
        context,
        items,
        starts,
        artifact.ordinals("wide.columns", count, items.rows()),
        artifact.numbers("wide.weights", count));
  }

  void save(ArtifactWriter artifact) {
    artifact
        .tensor("wide.starts", Tensor.of(Arrays.stream(starts).asLongStream().toArray()))
        .tensor("wide.columns", Tensor.of(columns))
        .tensor("wide.weights", Tensor.of(weights));
  }

  /** An item's own row is the term {@code +id}, so that no feature's name can be taken for it. */
  private String term(int row) {
    return items.isItem(row) ? "+" + items.name(row) : items.name(row);
  }

  void index(String name, int[] rows, Consumer<IndexableField> document) {
    Map<String, Integer> terms = new HashMap<>();
    for (int row : rows) {
      terms.put(term(row), 1);
    }
    document.accept(FrequencyField.of(field(name), terms, false));
  }

  /** The weights of the pairs that this request completes; null when it completes none. */
  Encoding.Sparse encode(String name, List<int[]> history, int[] contextRows) {
    TreeSet<Integer> present = new TreeSet<>();
    for (int row : contextRows) {
      present.add(row);
    }
    for (int[] rows : history) {
      for (int row : rows) {
        present.add(context + row);
      }
    }
    Map<Integer, Float> sums = new HashMap<>();
    for (int row : present) {
      for (int at = starts[row]; at < starts[row + 1]; at++) {
        sums.merge(columns[at], weights[at], Float::sum);
      }
    }
    return sums.isEmpty() ? null : sparse(name, sums);
  }

  private Encoding.Sparse sparse(String name, Map<Integer, Float> sums) {
    Map<String, Float> terms = new HashMap<>();
    Map<String, String> causes = new HashMap<>();
    sums.forEach(
        (row, weight) -> {
          terms.put(term(row), weight);
          causes.put(term(row), items.name(row));
        });
    return new Encoding.Sparse(field(name), terms, "", causes);
  }
}
