package dev.kindred.model.factor;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Tensor;
import dev.kindred.model.Fields;
import dev.kindred.model.Liking;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;

/**
 * One vector an item, row-major; zeros for an item of which nothing was learned, which then has no
 * field. Immutable by agreement.
 *
 * @param width of a vector
 */
record ItemVectors(IdMap items, int width, float[] rows) {
  private static final String IDS = "items";
  private static final String VECTORS = "item_vectors";

  /** Reads what {@link #artifact} begins. */
  static ItemVectors read(ArtifactReader artifact, int width) throws IOException {
    IdMap items = IdMap.of(artifact.strings(IDS));
    return new ItemVectors(
        items, width, artifact.tensor(VECTORS, DType.F32, items.size(), width).floats());
  }

  /** An artifact that holds these, and may hold more. */
  ArtifactWriter artifact() {
    return new ArtifactWriter()
        .strings(IDS, items.ids())
        .tensor(VECTORS, Tensor.of(rows, items.size(), width));
  }

  /** The vector field {@code model.NAME}, compared by dot product. */
  void index(String model, Item item, Consumer<IndexableField> document) {
    int ordinal = items.ordinal(item.id());
    if (ordinal >= 0 && learned(ordinal)) {
      document.accept(
          new KnnFloatVectorField(
              Fields.of(model), row(ordinal), VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
    }
  }

  float[] row(int ordinal) {
    return Arrays.copyOfRange(rows, ordinal * width, ordinal * width + width);
  }

  /** Whether anything was learned of the item. */
  boolean learned(int ordinal) {
    return !isZero(rows, ordinal * width, width);
  }

  /** Those of items in the table, in their order. */
  List<Liking> known(List<Liking> likings) {
    return likings.stream().filter(liking -> items.ordinal(liking.itemId()) >= 0).toList();
  }

  /** Those of items of which something was learned, in their order. */
  List<Liking> learned(List<Liking> likings) {
    return known(likings).stream()
        .filter(liking -> learned(items.ordinal(liking.itemId())))
        .toList();
  }

  int[] ordinals(List<Liking> known) {
    return known.stream().mapToInt(liking -> items.ordinal(liking.itemId())).toArray();
  }

  static boolean isZero(float[] array, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (array[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
