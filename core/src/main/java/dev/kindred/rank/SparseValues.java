package dev.kindred.rank;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DoubleValues;

/** Walks the postings of many terms side by side, in docID order. */
final class SparseValues extends DoubleValues {
  private final List<String> terms;
  private final PostingsEnum[] postings;
  private final double[] weights;
  private final NumericDocValues norms;
  private int document = -1;
  private boolean matched;
  private double sum;

  /**
   * @param terms in the order in which they are added up
   * @param norms to divide by; null for none
   */
  SparseValues(
      List<String> terms, PostingsEnum[] postings, double[] weights, NumericDocValues norms) {
    this.terms = terms;
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

  /** What each term adds to the current document's value. */
  Map<String, Double> terms() throws IOException {
    double norm = norms == null ? 1 : Double.longBitsToDouble(norms.longValue());
    Map<String, Double> shares = new LinkedHashMap<>();
    for (int i = 0; i < postings.length; i++) {
      if (postings[i].docID() == document) {
        shares.put(terms.get(i), weights[i] * postings[i].freq() / norm);
      }
    }
    return shares;
  }
}
