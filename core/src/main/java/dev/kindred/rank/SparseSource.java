package dev.kindred.rank;

import dev.kindred.model.Encoding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
 * document's norm where the encoding names one. Terms are added in their natural order, so that
 * the sum is the same to the last bit wherever it is computed.
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
    Terms terms = leaf.reader().terms(encoding.field());
    if (terms == null) {
      return DoubleValues.EMPTY;
    }
    List<PostingsEnum> postings = new ArrayList<>();
    double[] weightOf = new double[weights.size()];
    TermsEnum cursor = terms.iterator();
    for (Map.Entry<String, Float> entry : weights.entrySet()) {
      if (cursor.seekExact(new BytesRef(entry.getKey()))) {
        weightOf[postings.size()] = entry.getValue();
        postings.add(cursor.postings(null, PostingsEnum.FREQS));
      }
    }
    return postings.isEmpty()
        ? DoubleValues.EMPTY
        : new SparseValues(postings.toArray(PostingsEnum[]::new), weightOf, norms(leaf));
  }

  /** Null when values are not divided by anything. */
  private NumericDocValues norms(LeafReaderContext leaf) throws IOException {
    return encoding.norm().isEmpty()
        ? null
        : DocValues.getNumeric(leaf.reader(), encoding.norm());
  }

  @Override
  public Map<String, Double> causes(LeafReaderContext leaf, int doc) throws IOException {
    Map<String, Double> causes = new LinkedHashMap<>();
    for (Map.Entry<String, Float> term : weights.entrySet()) {
      Encoding.Sparse alone =
          new Encoding.Sparse(
              encoding.field(),
              Map.of(term.getKey(), term.getValue()),
              encoding.norm(),
              Map.of());
      DoubleValues value = new SparseSource(alone).getValues(leaf, null);
      if (value.advanceExact(doc)) {
        String cause = encoding.causes().getOrDefault(term.getKey(), term.getKey());
        causes.merge(cause, value.doubleValue(), Double::sum);
      }
    }
    return causes;
  }

  @Override
  public Explanation explain(LeafReaderContext leaf, int doc, Explanation score)
      throws IOException {
    DoubleValues values = getValues(leaf, null);
    if (!values.advanceExact(doc)) {
      return Explanation.noMatch("the document has none of the " + weights.size() + " terms of " + this);
    }
    List<Explanation> parts =
        causes(leaf, doc).entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .map(cause -> Explanation.match(cause.getValue(), "because of " + cause.getKey()))
            .toList();
    return Explanation.match(values.doubleValue(), this + ", computed from:", parts);
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
