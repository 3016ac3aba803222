package dev.kindred.internal.vector;

import java.util.Locale;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;

/**
 * A vector in binary doc values, little-endian floats. A KNN field would build a graph, and limit
 * the dimensions, for a search that nobody asks for.
 */
public final class FloatsField {
  private FloatsField() {}

  /** The vector as a field of a document; copied. */
  public static IndexableField of(String field, float[] vector) {
    byte[] bytes = new byte[vector.length * Float.BYTES];
    for (int i = 0; i < vector.length; i++) {
      BitUtil.VH_LE_FLOAT.set(bytes, i * Float.BYTES, vector[i]);
    }
    return new BinaryDocValuesField(field, new BytesRef(bytes));
  }

  /**
   * Fills the vector from a document's value.
   *
   * @throws IllegalArgumentException when the value has another length
   */
  public static void read(String field, BytesRef value, float[] vector) {
    if (value.length != vector.length * Float.BYTES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "field '%s' holds %s bytes; expected %s floats; build the index again with the model"
                  + " that ranks",
              field,
              value.length,
              vector.length));
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) BitUtil.VH_LE_FLOAT.get(value.bytes, value.offset + i * Float.BYTES);
    }
  }
}
