package dev.kindred.tools.tune;

import dev.kindred.rank.Normalizer;
import dev.kindred.rank.Part;
import java.util.List;

/**
 * One signal's normaliser, fitted to what the signal said of many requests' candidates. Both kinds
 * are centred where the ranking is decided, among the best 50 candidates of a request, so that the
 * values there spread from 0 to 1:
 *
 * <ul>
 *   <li>a signal that is hardly ever negative saturates, with the median of its positive best
 *       values at one half;
 *   <li>a signed one becomes logistic, with the quartiles of its best values at a quarter, a half
 *       and three quarters.
 * </ul>
 *
 * <p>A candidate that the signal says nothing about gets the value of 0 where silence means zero
 * (no common term, no demand), and the tenth percentile where it means not known (no vector). Where
 * the best values are all equal the middle of all values decides; where all are, their value gives
 * one half. A signal that never spoke saturates with pivot 1.
 */
final class Fit {
  private static final double NEGATIVES = 0.01;
  private static final double LOW = 0.1;

  /** A logistic maps a quartile to a quarter when its slope times half the spread is ln 3. */
  private static final double QUARTER = 2 * Math.log(3);

  /** Beyond this argument floats near 1 are too coarse to keep the best items apart. */
  private static final double STEEPEST = 8;

  private Fit() {}

  static Part part(Part part, List<Observed> observed) {
    Quantiles values = Quantiles.of(observed.stream().map(Observed::values).toList());
    Normalizer normalizer = normalizer(values, observed);
    boolean dense = observed.stream().anyMatch(Observed::dense);
    double silent = dense && !values.isEmpty() ? values.at(LOW) : 0;
    return part.normalized(normalizer, normalizer.apply(silent));
  }

  private static Normalizer normalizer(Quantiles values, List<Observed> observed) {
    List<double[]> best = observed.stream().map(Observed::best).toList();
    long negative = 0;
    for (Observed one : observed) {
      for (double value : one.values()) {
        negative += value < 0 ? 1 : 0;
      }
    }
    return negative > NEGATIVES * values.size()
        ? logistic(values, Quantiles.of(best), tops(best))
        : saturation(Quantiles.of(best, value -> value > 0));
  }

  private static Normalizer saturation(Quantiles best) {
    double pivot = best.isEmpty() ? 1 : best.median();
    return new Normalizer.Saturation(Math.max(pivot, Double.MIN_NORMAL));
  }

  private static Normalizer logistic(Quantiles values, Quantiles best, Quantiles tops) {
    double midpoint = best.median();
    double spread = best.at(0.75) - best.at(0.25);
    if (spread == 0) {
      spread = values.at(1 - LOW) - values.at(LOW);
    }
    double slope = spread == 0 ? 1 : QUARTER / spread;
    double reach = tops.median() - midpoint;
    return new Normalizer.Logistic(midpoint, reach * slope > STEEPEST ? STEEPEST / reach : slope);
  }

  /** The largest value of each request. */
  private static Quantiles tops(List<double[]> best) {
    return Quantiles.of(
        best.stream()
            .filter(values -> values.length > 0)
            .map(values -> new double[] {values[values.length - 1]})
            .toList());
  }
}
