package dev.kindred.rank;

import dev.kindred.internal.live.LiveNumbers;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;

/**
 * A number computed from a numeric doc value, as it was last set; of several values, the first: the
 * smallest.
 */
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
    SortedNumericDocValues all = DocValues.getSortedNumeric(leaf.reader(), field);
    NumericDocValues one = DocValues.unwrapSingleton(all);
    DoubleValues built = one != null ? single(one) : smallest(all);
    NumericDocValues set = LiveNumbers.set(leaf.reader(), field);
    return set == null ? built : latest(set, built);
  }

  /** What was set where anything was, else what was built. */
  private DoubleValues latest(NumericDocValues set, DoubleValues built) {
    return new DoubleValues() {
      private boolean isSet;

      @Override
      public double doubleValue() throws IOException {
        return isSet ? meaning.of(set.longValue()) : built.doubleValue();
      }

      @Override
      public boolean advanceExact(int doc) throws IOException {
        isSet = set.advanceExact(doc);
        return isSet ? set.longValue() != LiveNumbers.NONE : built.advanceExact(doc);
      }
    };
  }

  private DoubleValues single(NumericDocValues stored) {
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

  private DoubleValues smallest(SortedNumericDocValues stored) {
    return new DoubleValues() {
      private double value;

      @Override
      public double doubleValue() {
        return value;
      }

      @Override
      public boolean advanceExact(int doc) throws IOException {
        boolean found = stored.advanceExact(doc);
        value = found ? meaning.of(stored.nextValue()) : 0;
        return found;
      }
    };
  }

  @Override
  public SignalSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return LiveNumbers.isCacheable(leaf, field);
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
