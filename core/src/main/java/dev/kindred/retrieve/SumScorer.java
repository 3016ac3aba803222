package dev.kindred.retrieve;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Reads scores that are already added up. */
final class SumScorer extends Scorer {
  private final float[] sums;
  private final DocIdSetIterator documents;
  private final float largest;

  SumScorer(float[] sums, FixedBitSet matched, int count) {
    this.sums = sums;
    this.documents = new BitSetIterator(matched, count);
    float max = 0;
    for (float sum : sums) {
      max = Math.max(max, sum);
    }
    this.largest = max;
  }

  @Override
  public int docID() {
    return documents.docID();
  }

  @Override
  public DocIdSetIterator iterator() {
    return documents;
  }

  @Override
  public float score() {
    return sums[documents.docID()];
  }

  @Override
  public float getMaxScore(int upTo) {
    return largest;
  }
}
