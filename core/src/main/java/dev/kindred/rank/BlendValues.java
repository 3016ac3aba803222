package dev.kindred.rank;

import java.io.IOException;
import org.apache.lucene.search.DoubleValues;

/** One reused row of raw and normalised values per segment. For one thread. */
final class BlendValues extends DoubleValues {
  private final DoubleValues[] signals;
  private final Normalizer[] normalizers;
  private final double[] missing;
  private final Combiner combiner;
  private final double[] raw;
  private final double[] row;
  private final double[] combined;

  BlendValues(
      DoubleValues[] signals, Normalizer[] normalizers, double[] missing, Combiner combiner) {
    this.signals = signals;
    this.normalizers = normalizers;
    this.missing = missing;
    this.combiner = combiner;
    this.raw = new double[signals.length];
    this.row = new double[signals.length];
    this.combined = combiner.raw() ? raw : row;
  }

  @Override
  public boolean advanceExact(int doc) throws IOException {
    for (int i = 0; i < signals.length; i++) {
      if (signals[i].advanceExact(doc)) {
        raw[i] = signals[i].doubleValue();
        row[i] = normalizers[i].apply(raw[i]);
      } else {
        raw[i] = Double.NaN;
        row[i] = missing[i];
      }
    }
    return true;
  }

  @Override
  public double doubleValue() {
    return Blend.score(combiner, combiner.combine(combined));
  }

  /** The current document's raw value of a signal; NaN when it has none. */
  double raw(int signal) {
    return raw[signal];
  }

  /** What each signal adds to the current document's score. */
  double[] contributions() {
    return combiner.contributions(combined);
  }
}
