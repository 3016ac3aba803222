package dev.kindred.rank;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;

/**
 * A signal bound to a request. Never reads first-pass scores, so that its value depends on the
 * document alone. {@code explain} yields a non-match, with the reason as description, for a
 * document without a value.
 */
public abstract class SignalSource extends DoubleValuesSource {
  /** How many documents will be asked for, when nobody knows. */
  static final int UNKNOWN = 0;

  @Override
  public abstract SignalSource rewrite(IndexSearcher searcher) throws IOException;

  /**
   * The values of a segment.
   *
   * @param wanted how many documents will be asked for, or {@link #UNKNOWN}: what is the best way
   *     to compute them, never what they are, may depend on it
   */
  DoubleValues values(LeafReaderContext leaf, int wanted) throws IOException {
    return getValues(leaf, null);
  }

  /** What was responsible for the values of a segment. */
  public Causes causes(LeafReaderContext leaf) throws IOException {
    return Causes.NONE;
  }

  /** Explains documents of one segment, in docID order. For one thread. */
  @FunctionalInterface
  interface Explained {
    Explanation of(int doc) throws IOException;
  }

  /** What {@link #explain} says of several documents, opening what it reads once. */
  Explained explained(LeafReaderContext leaf) throws IOException {
    return doc -> explain(leaf, doc, null);
  }

  @Override
  public final boolean needsScores() {
    return false;
  }

  @Override
  public Explanation explain(LeafReaderContext leaf, int doc, Explanation score)
      throws IOException {
    DoubleValues values = getValues(leaf, null);
    return values.advanceExact(doc)
        ? Explanation.match(values.doubleValue(), toString())
        : Explanation.noMatch("no value in " + this);
  }
}
