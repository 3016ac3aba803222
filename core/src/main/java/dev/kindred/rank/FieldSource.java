package dev.kindred.rank;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;

/** A number computed from one numeric doc value. */
final class FieldSource extends SignalSource {

  /** What the stored number means; a record, so that equal meanings are equal. */
  interface Meaning {
    double of(long stored);
  }

  private final String field;
  private final Meaning meaning;

  FieldSource(String field, Meaning meaning) {
    this.field = field;
    this.meaning = meaning;
  }

  @Override
  public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
    NumericDocValues stored = DocValues.getNumeric(leaf.reader(), field);
    return new DoubleValues() {
      @Override
      public double doubleValue() throws IOException {
        return meaning.of(stored.longValue());
      }

      @Override
      public boolean advanceExact(int doc) throws IOException {
        return stored.advanceExact(doc);
      }
    };
  }

  @Override
  public SignalSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return DocValues.isCacheable(leaf, field);
  }

  @Override
  public int hashCode() {
    return 31 * field.hashCode() + meaning.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldSource source
        && source.field.equals(field)
        && source.meaning.equals(meaning);
  }

  @Override
  public String toString() {
    return field + " as " + meaning;
  }
}
