package dev.kindred.rank;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** The score of a query. */
final class QuerySource extends SignalSource {
  private final Query query;
  private final DoubleValuesSource scores;

  QuerySource(Query query) {
    this(query, DoubleValuesSource.fromQuery(query));
  }

  private QuerySource(Query query, DoubleValuesSource scores) {
    this.query = query;
    this.scores = scores;
  }

  @Override
  public DoubleValues getValues(LeafReaderContext leaf, DoubleValues unused) throws IOException {
    return scores.getValues(leaf, null);
  }

  @Override
  public Explanation explain(LeafReaderContext leaf, int doc, Explanation unused)
      throws IOException {
    Explanation score = scores.explain(leaf, doc, null);
    return score.isMatch() ? score : Explanation.noMatch("no match of " + query);
  }

  @Override
  public SignalSource rewrite(IndexSearcher searcher) throws IOException {
    return new QuerySource(query, DoubleValuesSource.fromQuery(query).rewrite(searcher));
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return false;
  }

  @Override
  public int hashCode() {
    return query.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QuerySource source && source.query.equals(query);
  }

  @Override
  public String toString() {
    return "score of " + query;
  }
}
