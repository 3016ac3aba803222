package dev.kindred.rank;

import dev.kindred.internal.sparse.Sums;
import dev.kindred.internal.sparse.TermPostings;
import dev.kindred.internal.sparse.WeightedTerms;
import dev.kindred.model.Encoding;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;

/** What the encoding's weighted terms say of a document. */
final class SparseSource extends SignalSource {
  private final Encoding.Sparse encoding;
  private final WeightedTerms terms;

  /**
   * @param terms those of the encoding
   */
  SparseSource(Encoding.Sparse encoding, WeightedTerms terms) {
    this.encoding = encoding;
    this.terms = terms;
  }

  @Override
  public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
    return values(leaf, UNKNOWN);
  }

  @Override
  DoubleValues values(LeafReaderContext leaf, int wanted) throws IOException {
    Sums known = terms.known(leaf);
    if (known != null) {
      return new KnownValues(known.values());
    }
    TermPostings postings = terms.open(leaf);
    return postings == null
        ? DoubleValues.EMPTY
        : new SparseValues(postings, leaf.reader().maxDoc(), wanted);
  }

  @Override
  public Causes causes(LeafReaderContext leaf) throws IOException {
    TermPostings postings = terms.open(leaf);
    return postings == null
        ? Causes.NONE
        : doc ->
            TermPostings.hasTerm(postings.sum(doc)) && postings.hasNorm(doc)
                ? named(postings.shares(doc))
                : Map.of();
  }

  private Map<String, Double> named(Map<String, Double> shares) {
    Map<String, Double> causes = new LinkedHashMap<>();
    shares.forEach(
        (term, value) ->
            causes.merge(encoding.causes().getOrDefault(term, term), value, Double::sum));
    return causes;
  }

  private static String name(String cause) {
    return cause.equals(Encoding.NO_CAUSE) ? "common words" : cause;
  }

  @Override
  public Explanation explain(LeafReaderContext leaf, int doc, Explanation score)
      throws IOException {
    return explained(leaf).of(doc);
  }

  @Override
  Explained explained(LeafReaderContext leaf) throws IOException {
    TermPostings postings = terms.open(leaf);
    return doc -> explained(postings, doc);
  }

  /**
   * @param postings null when the segment has none of the terms
   */
  private Explanation explained(TermPostings postings, int doc) throws IOException {
    double sum = postings == null ? -0.0 : postings.sum(doc);
    if (!TermPostings.hasTerm(sum) || !postings.hasNorm(doc)) {
      return Explanation.noMatch(
          String.format(
              Locale.ROOT,
              "the document has none of the %d terms of %s",
              encoding.weights().size(),
              this));
    }
    List<Explanation> parts =
        named(postings.shares(doc)).entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .map(cause -> Explanation.match(cause.getValue(), "because of " + name(cause.getKey())))
            .toList();
    return Explanation.match(sum / postings.norm(), this + ", computed as their sum from:", parts);
  }

  @Override
  public SignalSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return terms.isCacheable(leaf);
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
