package dev.kindred.rank;

import dev.kindred.internal.sparse.TermPostings;
import java.io.IOException;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DoubleValues;

/**
 * The values of {@link TermPostings}. Where few documents are asked for, each is summed alone by
 * advancing every term to it; where so many are, or they lie so close, that this would cost more
 * than reading all postings, a block of documents is summed at once.
 */
final class SparseValues extends DoubleValues {
  private static final int BLOCK = 4096;

  /** Documents asked for before their distance is trusted. */
  private static final int ENOUGH = 8;

  /** Advancing to a document costs at least so many times reading one posting of a block. */
  private static final double ADVANCE = 8;

  private final TermPostings postings;
  private final int documents;
  private final double length;
  private final boolean crowded;
  private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
  private double[] sums;
  private int from;
  private int to;
  private long visits;
  private int document = -1;
  private boolean matched;
  private double value;

  /**
   * @param documents how many the segment has
   * @param wanted how many of them will be asked for; 0 when that is not known
   */
  SparseValues(TermPostings postings, int documents, int wanted) {
    this.postings = postings;
    this.documents = documents;
    this.length = postings.length();
    this.crowded = ADVANCE * wanted * postings.terms() >= length;
  }

  @Override
  public boolean advanceExact(int doc) throws IOException {
    if (doc != document) {
      document = doc;
      visits++;
      double sum = sum(doc);
      matched = TermPostings.hasTerm(sum) && postings.hasNorm(doc);
      value = matched ? sum / postings.norm() : 0;
    }
    return matched;
  }

  private double sum(int doc) throws IOException {
    if (doc >= to && isCrowded(doc)) {
      from = doc;
      to = Math.min(documents, doc + BLOCK);
      sums = sums == null ? new double[Math.min(BLOCK, documents)] : sums;
      postings.sum(from, to, sums, buffer);
    }
    return doc < to ? sums[doc - from] : postings.sum(doc);
  }

  /** Whether the terms touched so far are more than the postings passed over. */
  private boolean isCrowded(int doc) {
    return crowded
        || (visits > ENOUGH
            && ADVANCE * visits * postings.terms() >= length * (doc + 1) / documents);
  }

  @Override
  public double doubleValue() {
    return value;
  }
}
