package dev.kindred.rank;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;

/** Has a value for no document, and says why. */
final class NoSource extends SignalSource {
  private final String reason;

  NoSource(String reason) {
    this.reason = reason;
  }

  @Override
  public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) {
    return DoubleValues.EMPTY;
  }

  @Override
  public Explanation explain(LeafReaderContext leaf, int doc, Explanation score) {
    return Explanation.noMatch(reason);
  }

  @Override
  public SignalSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return true;
  }

  @Override
  public int hashCode() {
    return reason.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoSource none && none.reason.equals(reason);
  }

  @Override
  public String toString() {
    return "nothing: " + reason;
  }
}
