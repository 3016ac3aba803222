package dev.kindred.model.sequence;

import dev.kindred.data.IdMap;
import dev.kindred.internal.math.Kernels;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;

/**
 * What a network thought after each event, as an encoding. The vector is its state after the last.
 * A network is not linear in its history, so no sum of items explains it; a part is what an event
 * changed when it came: the state after it less the state before it. Its product with an item is by
 * how much that item's score rose with the event. Only the latest {@value #REASONS} events have
 * parts, and the first of the window has none: before it there was no state.
 */
final class Steps {
  private static final int REASONS = 20;

  /** Rows of a tile of the kernels: with this many, a product allocates nothing. */
  private static final int ROWS = 8;

  private Steps() {}

  /** The smallest number of whole tiles that holds n rows. */
  static int padded(int n) {
    return (n + ROWS - 1) / ROWS * ROWS;
  }

  /** Fills up with no items behind the last, which earlier positions do not see. */
  static int pad(int[] tokens, int n) {
    int rows = padded(n);
    Arrays.fill(tokens, n, rows, -1);
    return rows;
  }

  /**
   * @param states row after row, as many as there are tokens
   */
  static Encoding encoding(
      String model, IdMap items, int[] tokens, int n, float[] states, int width) {
    float[] vector = Arrays.copyOfRange(states, (n - 1) * width, n * width);
    Map<String, float[]> parts = new HashMap<>();
    for (int event = Math.max(1, n - REASONS); event < n; event++) {
      float[] part = Arrays.copyOfRange(states, event * width, (event + 1) * width);
      Kernels.get().axpy(-1, states, (event - 1) * width, part, 0, width);
      parts.merge(items.id(tokens[event]), part, Steps::sum);
    }
    return new Encoding.Dense(Fields.of(model), vector, parts);
  }

  private static float[] sum(float[] a, float[] b) {
    Kernels.get().axpy(1, b, 0, a, 0, a.length);
    return a;
  }

  /** An item's output vector as a field of its document. */
  static IndexableField field(String model, float[] vector) {
    return new KnnFloatVectorField(
        Fields.of(model), vector, VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT);
  }
}
