package dev.kindred.rank;

import dev.kindred.model.Encoding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/**
 * The sum over the encoding's terms of weight × term frequency in the document, divided by the
 * document's norm where the encoding names one. Terms are added in their natural order, so that the
 * sum is the same to the last bit wherever it is computed.
 */
final class SparseSource extends SignalSource {
  private final Encoding.Sparse encoding;
  private final TreeMap<String, Float> weights;

  SparseSource(Encoding.Sparse encoding) {
    this.encoding = encoding;
    this.weights = new TreeMap<>(encoding.weights());
  }

  @Override
  public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
    return values(leaf, 0);
  }

  @Override
  DoubleValues values(LeafReaderContext leaf, int wanted) throws IOException {
    SparsePostings postings = open(leaf);
    return postings == null
        ? DoubleValues.EMPTY
        : new SparseValues(postings, leaf.reader().maxDoc(), wanted);
  }

  /** Null when the segment has none of the terms. */
  private SparsePostings open(LeafReaderContext leaf) throws IOException {
    Terms terms = leaf.reader().terms(encoding.field());
    if (terms == null) {
      return null;
    }
    List<PostingsEnum> postings = new ArrayList<>();
    List<String> found = new ArrayList<>();
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
    return new SparsePostings(found, postings.toArray(PostingsEnum[]::new), weightOf, norms(leaf));
  }

  /** Never -0, so that no sum of terms is. */
  private double weight(String term) {
    return 0.0 + weights.get(term);
  }

  /** Null when values are not divided by anything. */
  private NumericDocValues norms(LeafReaderContext leaf) throws IOException {
    return encoding.norm().isEmpty() ? null : DocValues.getNumeric(leaf.reader(), encoding.norm());
  }

  @Override
  public Causes causes(LeafReaderContext leaf) throws IOException {
    SparsePostings postings = open(leaf);
    return postings == null
        ? Causes.NONE
        : doc ->
            SparsePostings.hasTerm(postings.sum(doc)) && postings.hasNorm(doc)
                ? named(postings.shares(doc))
                : Map.of();
  }

  private Map<String, Double> named(Map<String, Double> terms) {
    Map<String, Double> causes = new LinkedHashMap<>();
    terms.forEach(
        (term, value) ->
            causes.merge(encoding.causes().getOrDefault(term, term), value, Double::sum));
    return causes;
  }

  @Override
  public Explanation explain(LeafReaderContext leaf, int doc, Explanation score)
      throws IOException {
    SparsePostings postings = open(leaf);
    double sum = postings == null ? -0.0 : postings.sum(doc);
    if (!SparsePostings.hasTerm(sum) || !postings.hasNorm(doc)) {
      return Explanation.noMatch(
          String.format(
              Locale.ROOT, "the document has none of the %d terms of %s", weights.size(), this));
    }
    List<Explanation> parts =
        named(postings.shares(doc)).entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .map(cause -> Explanation.match(cause.getValue(), "because of " + cause.getKey()))
            .toList();
    return Explanation.match(sum / postings.norm(), this + ", computed as their sum from:", parts);
  }

  @Override
  public SignalSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return encoding.norm().isEmpty() || DocValues.isCacheable(leaf, encoding.norm());
  }

  @Override
  public int hashCode() {
    return encoding.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SparseSource sparse && sparse.encoding.equals(encoding);
  }

  @Override
  public String toString() {
    return "weighted terms of " + encoding.field();
  }
}
