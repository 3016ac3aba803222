package dev.kindred.request;

import java.util.Locale;
import java.util.Objects;

/**
 * Makes a signal's weight depend on the request: the weight is multiplied by {@code from + (to −
 * from) · x / (x + pivot)}, where x is one feature of the request; with pivot 0 by {@code to} as
 * soon as x is above 0. So a short history can lean on content, a long one on its order. Immutable.
 *
 * @param feature that decides
 * @param pivot half way between the two; at least 0, in the feature's unit
 * @param from the multiplier where the feature is 0; at least 0
 * @param to the multiplier towards which it goes; at least 0
 */
public record Gate(Feature feature, double pivot, double from, double to) {
  public Gate {
    Objects.requireNonNull(feature, "feature");
    if (!(pivot >= 0 && from >= 0 && to >= 0)
        || !Double.isFinite(pivot)
        || !Double.isFinite(from + to)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "gate of %s: pivot, from and to must be at least 0 and finite, were %s, %s and %s",
              feature.label(),
              pivot,
              from,
              to));
    }
  }

  /** The multiplier for the feature's value. */
  public double at(double x) {
    double share = x > 0 ? x / (x + pivot) : 0;
    return from + (to - from) * share;
  }

  /** How it is computed, for explanations. */
  public String formula(double x) {
    return String.format(
        Locale.ROOT,
        "gate %.6g + (%.6g - %.6g) × x / (x + %.6g), x = %s = %.6g",
        from,
        to,
        from,
        pivot,
        feature.label(),
        x);
  }
}
