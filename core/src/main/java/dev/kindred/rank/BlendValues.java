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

  BlendValues(
      DoubleValues[] signals, Normalizer[] normalizers, double[] missing, Combiner combiner) {
    this.signals = signals;
    this.normalizers = normalizers;
    this.missing = missing;
    this.combiner = combiner;
    this.raw = new double[signals.length];
    this.row = new double[signals.length];
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
    return Blend.clamp(combiner.combine(row));
  }

  /** The current document's raw value of a signal; NaN when it has none. */
  double raw(int signal) {
    return raw[signal];
  }

  /** The current document's normalised value of a signal, or what stands in for a missing one. */
  double normalized(int signal) {
    return row[signal];
  }
}
