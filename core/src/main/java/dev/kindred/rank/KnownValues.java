package dev.kindred.rank;

import org.apache.lucene.search.DoubleValues;

/** Values of all documents of a segment, computed before; NaN for one without. */
final class KnownValues extends DoubleValues {
  private final double[] values;
  private double value;

  /**
   * @param values as many as documents, or none at all
   */
  KnownValues(double[] values) {
    this.values = values;
  }

  @Override
  public boolean advanceExact(int doc) {
    value = doc < values.length ? values[doc] : Double.NaN;
    return !Double.isNaN(value);
  }

  @Override
  public double doubleValue() {
    return value;
  }
}
