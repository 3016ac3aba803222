package dev.kindred.retrieve;

import dev.kindred.internal.sparse.Sums;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;

/**
 * The documents of a segment that something speaks for, scored by their value but never below 0.
 */
final class SumScorer extends Scorer {
  private final Sums sums;
  private final double[] values;
  private final float boost;
  private final float largest;
  private int doc = -1;

  SumScorer(Sums sums, float boost) {
    this.sums = sums;
    this.values = sums.values();
    this.boost = boost;
    double max = 0;
    for (double value : values) {
      max = value > max ? value : max;
    }
    this.largest = score(max);
  }

  private float score(double value) {
    return value > 0 ? boost * (float) value : 0;
  }

  @Override
  public int docID() {
    return doc;
  }

  @Override
  public float score() {
    return score(values[doc]);
  }

  @Override
  public float getMaxScore(int upTo) {
    return largest;
  }

  @Override
  public DocIdSetIterator iterator() {
    return new DocIdSetIterator() {
      @Override
      public int docID() {
        return doc;
      }

      @Override
      public int nextDoc() {
        return advance(doc + 1);
      }

      @Override
      public int advance(int target) {
        int next = target;
        while (next < values.length && !sums.speaksFor(next)) {
          next++;
        }
        doc = next < values.length ? next : NO_MORE_DOCS;
        return doc;
      }

      @Override
      public long cost() {
        return values.length;
      }
    };
  }
}
