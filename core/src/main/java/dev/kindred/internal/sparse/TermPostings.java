package dev.kindred.internal.sparse;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;

/**
 * The postings of weighted terms in one segment, walked in docID order. A document's sum is the
 * same to the last bit whether it is made alone or with its neighbours: its terms are added in
 * their order, to a negative zero that only a document without any of them keeps. For one thread.
 */
public final class TermPostings {
  private final List<String> terms;
  private final PostingsEnum[] postings;
  private final double[] weights;
  private final NumericDocValues norms;

  /**
   * @param terms in the order in which they are added up
   * @param norms to divide by; null for none
   */
  TermPostings(
      List<String> terms, PostingsEnum[] postings, double[] weights, NumericDocValues norms) {
    this.terms = terms;
    this.postings = postings;
    this.weights = weights;
    this.norms = norms;
  }

  /** How many terms the segment has. */
  public int terms() {
    return postings.length;
  }

  /** How many postings they have together. */
  public long length() {
    long length = 0;
    for (PostingsEnum term : postings) {
      length += term.cost();
    }
    return length;
  }

  /** Whether a sum is that of a document with any of the terms. */
  public static boolean hasTerm(double sum) {
    return Double.doubleToRawLongBits(sum) != Long.MIN_VALUE;
  }

  /** One document's sum of weight × frequency. */
  public double sum(int doc) throws IOException {
    double sum = -0.0;
    for (int i = 0; i < postings.length; i++) {
      PostingsEnum term = postings[i];
      int at = term.docID();
      if (at < doc) {
        at = term.advance(doc);
      }
      if (at == doc) {
        sum += weights[i] * (float) term.freq();
      }
    }
    return sum;
  }

  /**
   * The sums of all documents {@code from} to before {@code to}, term after term.
   *
   * @param sums gets the sum of {@code from} at 0
   * @param buffer overwritten
   */
  public void sum(int from, int to, double[] sums, DocAndFloatFeatureBuffer buffer)
      throws IOException {
    Arrays.fill(sums, 0, to - from, -0.0);
    for (int i = 0; i < postings.length; i++) {
      PostingsEnum term = postings[i];
      if (term.docID() < from) {
        term.advance(from);
      }
      while (term.docID() < to) {
        term.nextPostings(to, buffer);
        add(weights[i], buffer, from, sums);
      }
    }
  }

  /** Adds weight × frequency to the sums of some documents. */
  static void add(double weight, DocAndFloatFeatureBuffer some, int from, double[] sums) {
    int[] docs = some.docs;
    float[] frequencies = some.features;
    for (int j = 0; j < some.size; j++) {
      sums[docs[j] - from] += weight * frequencies[j];
    }
  }

  /** Whether the document has the norm that its sum is divided by. */
  public boolean hasNorm(int doc) throws IOException {
    return norms == null || norms.advanceExact(doc);
  }

  /** The norm of the document last asked for. */
  public double norm() throws IOException {
    return norms == null ? 1 : Double.longBitsToDouble(norms.longValue());
  }

  /** What each term adds to the value of the document that was last summed, alone. */
  public Map<String, Double> shares(int doc) throws IOException {
    double norm = norm();
    Map<String, Double> shares = new LinkedHashMap<>();
    for (int i = 0; i < postings.length; i++) {
      if (postings[i].docID() == doc) {
        shares.put(terms.get(i), weights[i] * postings[i].freq() / norm);
      }
    }
    return shares;
  }
}
