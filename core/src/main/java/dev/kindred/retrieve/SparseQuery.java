package dev.kindred.retrieve;

import dev.kindred.internal.sparse.Sums;
import dev.kindred.internal.sparse.WeightedTerms;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
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

/**
 * Documents that any of the weighted terms speaks for. A small index, or a long history, is added
 * up term by term, and a document's score is exactly the model's value, or 0 where more speaks
 * against it. Else the index is searched as a disjunction that skips what cannot compete: by the
 * terms that speak for an item, and where values are divided by a norm, by the square root of the
 * length in its place.
 */
final class SparseQuery extends Query {
  /**
   * Up to so many documents adding everything up costs less than a disjunction, however short the
   * history; measured by {@code bench retrieve}, as is the next.
   */
  private static final int SUMMED_UP_TO = 100_000;

  /** In a larger index it does when a posting comes to no more documents than this. */
  private static final int DOCUMENTS_A_POSTING = 50;

  /** Lucene refuses more than 1,024 clauses; the lightest terms beyond this change little. */
  private static final int MOST_TERMS = 512;

  private final WeightedTerms terms;

  SparseQuery(WeightedTerms terms) {
    this.terms = terms;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    return summedUp(searcher.getIndexReader()) ? super.rewrite(searcher) : disjunction();
  }

  private boolean summedUp(IndexReader reader) throws IOException {
    long postings = 0;
    if (reader.maxDoc() > SUMMED_UP_TO) {
      for (String term : terms.weights().keySet()) {
        postings += reader.docFreq(new Term(terms.field(), term));
      }
    }
    return summedUp(reader.maxDoc(), postings);
  }

  static boolean summedUp(int documents, long postings) {
    return documents <= SUMMED_UP_TO || documents <= DOCUMENTS_A_POSTING * postings;
  }

  Query disjunction() {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    terms.weights().entrySet().stream()
        .filter(term -> term.getValue() > 0)
        .sorted(
            Map.Entry.<String, Float>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_TERMS)
        .forEach(
            term ->
                any.add(
                    new FrequencyQuery(
                        new Term(terms.field(), term.getKey()), term.getValue(), terms.normed()),
                    Occur.SHOULD));
    return any.build();
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new Weight(this) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        Sums sums = terms.all(leaf);
        return sums.values().length == 0
            ? null
            : new DefaultScorerSupplier(new SumScorer(sums, boost));
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return terms.isCacheable(leaf);
      }

      @Override
      public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
        Scorer scorer = scorer(leaf);
        return scorer == null || scorer.iterator().advance(doc) != doc
            ? Explanation.noMatch("nothing speaks for it in " + SparseQuery.this)
            : Explanation.match(scorer.score(), "weights × frequencies of " + SparseQuery.this);
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(terms.field())) {
      visitor.consumeTerms(
          this,
          terms.weights().keySet().stream()
              .map(term -> new Term(terms.field(), term))
              .toArray(Term[]::new));
    }
  }

  @Override
  public String toString(String defaultField) {
    return terms.weights().size() + " weighted terms of " + terms.field();
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other) && ((SparseQuery) other).terms.equals(terms);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + terms.hashCode();
  }
}
