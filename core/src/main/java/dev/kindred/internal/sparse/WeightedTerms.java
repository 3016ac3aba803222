package dev.kindred.internal.sparse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Terms of a field with weights: a document's value is the sum of weight × frequency, divided by
 * its norm where there is one. Terms are added in their natural order, so that a value is the same
 * to the last bit wherever it is computed. Remembers the values of a segment once all are asked
 * for, so that whoever proposes and whoever scores read the postings once between them.
 * Thread-safe.
 */
public final class WeightedTerms {
  private final String field;
  private final SortedMap<String, Float> weights;
  private final String norm;
  private final boolean negative;
  private final Map<Object, Sums> known = new ConcurrentHashMap<>();

  /**
   * @param weights by term, finite
   * @param norm a double doc value to divide by; empty for none
   */
  public WeightedTerms(String field, Map<String, Float> weights, String norm) {
    this.field = field;
    this.weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    this.norm = norm;
    this.negative = weights.values().stream().anyMatch(weight -> weight <= 0);
  }

  public String field() {
    return field;
  }

  /** By term, in the order in which they are added. */
  public SortedMap<String, Float> weights() {
    return weights;
  }

  /** Whether values are divided by the document's norm. */
  public boolean normed() {
    return !norm.isEmpty();
  }

  /** Whether values of the segment stay as they are while it is open. */
  public boolean isCacheable(LeafReaderContext leaf) {
    return norm.isEmpty() || DocValues.isCacheable(leaf, norm);
  }

  /** The postings of the segment; null when it has none of the terms. */
  public TermPostings open(LeafReaderContext leaf) throws IOException {
    Terms terms = leaf.reader().terms(field);
    if (terms == null) {
      return null;
    }
    List<PostingsEnum> postings = new ArrayList<>(weights.size());
    List<String> found = new ArrayList<>(weights.size());
    TermsEnum cursor = terms.iterator();
    for (String term : weights.keySet()) {
      if (cursor.seekExact(new BytesRef(term))) {
        found.add(term);
        postings.add(cursor.postings(null, PostingsEnum.FREQS));
      }
    }
    if (found.isEmpty()) {
      return null;
    }
    double[] weightOf = found.stream().mapToDouble(this::weight).toArray();
    return new TermPostings(found, postings.toArray(PostingsEnum[]::new), weightOf, norms(leaf));
  }

  /** Never -0, so that no sum of terms is. */
  private double weight(String term) {
    return 0.0 + weights.get(term);
  }

  /** Null when values are not divided by anything. */
  private NumericDocValues norms(LeafReaderContext leaf) throws IOException {
    return norm.isEmpty() ? null : DocValues.getNumeric(leaf.reader(), norm);
  }

  /** The values of all documents of the segment. */
  public Sums all(LeafReaderContext leaf) throws IOException {
    try {
      return known.computeIfAbsent(leaf.id(), unused -> add(leaf));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** What {@link #all} answered before; null when nobody asked. */
  public Sums known(LeafReaderContext leaf) {
    return known.get(leaf.id());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WeightedTerms that
        && that.field.equals(field)
        && that.norm.equals(norm)
        && that.weights.equals(weights);
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, norm, weights);
  }

  private Sums add(LeafReaderContext leaf) {
    try {
      Terms terms = leaf.reader().terms(field);
      return terms == null ? Sums.NONE : add(terms.iterator(), leaf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One term after the other, through one reused cursor. */
  private Sums add(TermsEnum cursor, LeafReaderContext leaf) throws IOException {
    double[] sums = new double[leaf.reader().maxDoc()];
    Arrays.fill(sums, -0.0);
    FixedBitSet spokenFor = negative ? new FixedBitSet(sums.length) : null;
    DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
    PostingsEnum postings = null;
    for (Map.Entry<String, Float> term : weights.entrySet()) {
      if (cursor.seekExact(new BytesRef(term.getKey()))) {
        postings = cursor.postings(postings, PostingsEnum.FREQS);
        double weight = 0.0 + term.getValue();
        add(postings, weight, sums, buffer, weight > 0 ? spokenFor : null);
      }
    }
    if (postings == null) {
      return Sums.NONE;
    }
    divide(sums, norms(leaf));
    return new Sums(sums, spokenFor);
  }

  private static void add(
      PostingsEnum postings,
      double weight,
      double[] sums,
      DocAndFloatFeatureBuffer buffer,
      FixedBitSet spokenFor)
      throws IOException {
    postings.nextDoc();
    while (postings.docID() < sums.length) {
      postings.nextPostings(sums.length, buffer);
      TermPostings.add(weight, buffer, 0, sums);
      for (int j = 0; spokenFor != null && j < buffer.size; j++) {
        spokenFor.set(buffer.docs[j]);
      }
    }
  }

  private static void divide(double[] sums, NumericDocValues norms) throws IOException {
    for (int doc = 0; doc < sums.length; doc++) {
      boolean has = TermPostings.hasTerm(sums[doc]) && (norms == null || norms.advanceExact(doc));
      double norm = has && norms != null ? Double.longBitsToDouble(norms.longValue()) : 1;
      sums[doc] = has ? sums[doc] / norm : Double.NaN;
    }
  }
}
