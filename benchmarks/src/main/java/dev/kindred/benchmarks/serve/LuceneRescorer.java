package dev.kindred.benchmarks.serve;

import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.DoubleValuesSourceRescorer;

/** Lucene's rescorer of the same values: the peer of {@code BlendRescorer}. */
final class LuceneRescorer extends DoubleValuesSourceRescorer {
  LuceneRescorer(DoubleValuesSource source) {
    super(source);
  }

  @Override
  protected float combine(float firstPassScore, boolean present, double value) {
    return present ? (float) value : 0;
  }
}
