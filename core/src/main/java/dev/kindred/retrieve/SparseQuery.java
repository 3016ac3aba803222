package dev.kindred.retrieve;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Documents with any of the weighted terms, scored by the sum of weight × frequency, on request
 * over the square root of their length. A small index is added up term by term; a larger one is
 * searched as a disjunction that skips what cannot compete.
 */
final class SparseQuery extends Query {
  /** Up to so many documents adding everything up costs less than deciding what to skip. */
  static final int SUMMED_UP_TO = 50_000;

  private final String field;
  private final TreeMap<String, Float> weights;
  private final boolean byLength;

  /**
   * @param weights positive, at most as many as Lucene allows clauses
   */
  SparseQuery(String field, Map<String, Float> weights, boolean byLength) {
    this.field = Objects.requireNonNull(field);
    this.weights = new TreeMap<>(weights);
    this.byLength = byLength;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    return searcher.getIndexReader().maxDoc() <= SUMMED_UP_TO
        ? super.rewrite(searcher)
        : disjunction();
  }

  Query disjunction() {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    weights.forEach(
        (term, weight) ->
            any.add(new FrequencyQuery(new Term(field, term), weight, byLength), Occur.SHOULD));
    return any.build();
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new Weight(this) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        Scorer scorer = sum(leaf, boost);
        return scorer == null ? null : new DefaultScorerSupplier(scorer);
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return true;
      }

      @Override
      public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
        Scorer scorer = sum(leaf, boost);
        return scorer == null || scorer.iterator().advance(doc) != doc
            ? Explanation.noMatch("none of " + SparseQuery.this)
            : Explanation.match(scorer.score(), "weights × frequencies of " + SparseQuery.this);
      }
    };
  }

  /** Null when the segment has none of the terms. */
  private Scorer sum(LeafReaderContext leaf, float boost) throws IOException {
    Terms terms = leaf.reader().terms(field);
    if (terms == null) {
      return null;
    }
    float[] sums = new float[leaf.reader().maxDoc()];
    FixedBitSet matched = new FixedBitSet(sums.length);
    TermsEnum cursor = terms.iterator();
    PostingsEnum postings = null;
    for (Map.Entry<String, Float> term : weights.entrySet()) {
      if (cursor.seekExact(new BytesRef(term.getKey()))) {
        postings = cursor.postings(postings, PostingsEnum.FREQS);
        add(postings, term.getValue() * boost, sums, matched);
      }
    }
    int count = matched.cardinality();
    if (count == 0) {
      return null;
    }
    divide(byLength ? leaf.reader().getNormValues(field) : null, sums);
    return new SumScorer(sums, matched, count);
  }

  private static void add(PostingsEnum postings, float weight, float[] sums, FixedBitSet matched)
      throws IOException {
    for (int doc = postings.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = postings.nextDoc()) {
      sums[doc] += weight * postings.freq();
      matched.set(doc);
    }
  }

  private static void divide(NumericDocValues norms, float[] sums) throws IOException {
    if (norms == null) {
      return;
    }
    FrequencyScore unit = new FrequencyScore(1, true);
    for (int doc = norms.nextDoc(); doc < sums.length; doc = norms.nextDoc()) {
      sums[doc] = unit.score(sums[doc], norms.longValue());
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.consumeTerms(
          this, weights.keySet().stream().map(t -> new Term(field, t)).toArray(Term[]::new));
    }
  }

  @Override
  public String toString(String defaultField) {
    return weights.size() + " weighted terms of " + field;
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && ((SparseQuery) other).field.equals(field)
        && ((SparseQuery) other).weights.equals(weights)
        && ((SparseQuery) other).byLength == byLength;
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), field, weights, byLength);
  }
}
