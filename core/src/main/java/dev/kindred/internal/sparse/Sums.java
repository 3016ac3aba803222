package dev.kindred.internal.sparse;

import org.apache.lucene.util.FixedBitSet;

/**
 * The values of all documents of a segment. Immutable by agreement.
 *
 * @param values NaN for a document without one; of length 0 when none has one
 * @param spokenFor the documents with a term of positive weight; null when those are all with a
 *     value
 */
public record Sums(double[] values, FixedBitSet spokenFor) {
  static final Sums NONE = new Sums(new double[0], null);

  /** Whether a term of positive weight gave the document its value, perhaps among others. */
  public boolean speaksFor(int doc) {
    return !Double.isNaN(values[doc]) && (spokenFor == null || spokenFor.get(doc));
  }
}
