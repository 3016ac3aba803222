package dev.kindred.rank;

import java.util.Locale;
import org.apache.lucene.search.Explanation;

/**
 * A monotone function, fitted offline, that makes a signal's raw values comparable with others'.
 * Fixed parameters mean that a score never depends on the page, the window, the shard or the other
 * hits. Immutable.
 */
public sealed interface Normalizer {
  /** The normalised value; finite for every finite raw value. */
  double apply(double raw);

  /** The function as a formula, for explanations. */
  String formula();

  /** Wraps the raw value's explanation. */
  default Explanation explain(Explanation raw) {
    double value = apply(raw.getValue().doubleValue());
    return Explanation.match(value, "normalised value, computed as " + formula() + " from:", raw);
  }

  /** The raw value itself; for signals that are never negative. */
  record Identity() implements Normalizer {
    @Override
    public double apply(double raw) {
      return raw;
    }

    @Override
    public String formula() {
      return "raw";
    }
  }

  /**
   * {@code raw / (raw + pivot)}: half at the pivot, towards 1 above; 0 for what is not positive.
   *
   * @param pivot greater than 0
   */
  record Saturation(double pivot) implements Normalizer {
    public Saturation {
      if (!(pivot > 0) || Double.isInfinite(pivot)) {
        throw new IllegalArgumentException("pivot must be positive and finite, was " + pivot);
      }
    }

    @Override
    public double apply(double raw) {
      return raw <= 0 ? 0 : raw / (raw + pivot);
    }

    @Override
    public String formula() {
      return String.format(Locale.ROOT, "raw / (raw + %.6g)", pivot);
    }
  }

  /**
   * {@code 1 / (1 + e^(−slope·(raw − midpoint)))}, for values of both signs.
   *
   * @param slope greater than 0
   */
  record Logistic(double midpoint, double slope) implements Normalizer {
    public Logistic {
      if (!(slope > 0) || Double.isInfinite(slope) || !Double.isFinite(midpoint)) {
        throw new IllegalArgumentException(
            "slope must be positive and finite, midpoint finite; were " + slope + ", " + midpoint);
      }
    }

    @Override
    public double apply(double raw) {
      return 1 / (1 + Math.exp(-slope * (raw - midpoint)));
    }

    @Override
    public String formula() {
      return String.format(Locale.ROOT, "1 / (1 + exp(-%.6g × (raw - %.6g)))", slope, midpoint);
    }
  }

  /**
   * Linear from 0 at {@code low} to 1 at {@code high}, clipped outside.
   *
   * @param high greater than {@code low}
   */
  record Range(double low, double high) implements Normalizer {
    public Range {
      if (!(high > low) || !Double.isFinite(high - low)) {
        throw new IllegalArgumentException("high must exceed low; were " + high + ", " + low);
      }
    }

    @Override
    public double apply(double raw) {
      return Math.clamp((raw - low) / (high - low), 0, 1);
    }

    @Override
    public String formula() {
      return String.format(Locale.ROOT, "(raw - %.6g) / %.6g within 0..1", low, high - low);
    }
  }
}
