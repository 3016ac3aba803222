package dev.kindred.rank;

import java.io.IOException;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DoubleValues;

/** Walks the postings of many terms side by side, in docID order. */
final class SparseValues extends DoubleValues {
  private final PostingsEnum[] postings;
  private final double[] weights;
  private final NumericDocValues norms;
  private int document = -1;
  private boolean matched;
  private double sum;

  SparseValues(PostingsEnum[] postings, double[] weights, NumericDocValues norms) {
    this.postings = postings;
    this.weights = weights;
    this.norms = norms;
  }

  @Override
  public boolean advanceExact(int doc) throws IOException {
    if (doc != document) {
      document = doc;
      matched = addUp(doc) && divide(doc);
    }
    return matched;
  }

  private boolean addUp(int doc) throws IOException {
    boolean any = false;
    double total = 0;
    for (int i = 0; i < postings.length; i++) {
      PostingsEnum term = postings[i];
      int at = term.docID();
      if (at < doc) {
        at = term.advance(doc);
      }
      if (at == doc) {
        total += weights[i] * term.freq();
        any = true;
      }
    }
    sum = total;
    return any;
  }

  private boolean divide(int doc) throws IOException {
    if (norms == null) {
      return true;
    }
    if (!norms.advanceExact(doc)) {
      return false;
    }
    sum /= Double.longBitsToDouble(norms.longValue());
    return true;
  }

  @Override
  public double doubleValue() {
    return sum;
  }
}
