package dev.kindred.rank.combine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.search.Explanation;

/**
 * A linear model over the raw values of the signals, as SVMrank and the like learn from logs:
 * {@code w₀ + Σ wᵢxᵢ}, added in the profile's order. (The weighted sum of a profile without a
 * combiner is one over normalised values.) Immutable by agreement and thread-safe.
 *
 * @param intercept w₀; finite
 * @param weights w, one a signal, in the profile's order; finite
 * @param missing x where a signal has no value, one a signal; zeros when null is given
 */
record LinearCombiner(double intercept, double[] weights, double[] missing) implements Additive {
  LinearCombiner {
    if (weights == null || weights.length == 0) {
      throw new IllegalArgumentException("a linear model needs one weight for each signal");
    }
    missing = missing == null ? new double[weights.length] : missing;
    if (missing.length != weights.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a linear model of %d weights needs as many values for what is missing, has %d",
              weights.length,
              missing.length));
    }
    Additive.requireFinite("intercept", intercept);
    Additive.requireFinite("weights", weights);
    Additive.requireFinite("missing", missing);
  }

  @Override
  public int signals() {
    return weights.length;
  }

  @Override
  public boolean raw() {
    return true;
  }

  @Override
  public double contribution(int signal, double[] values) {
    double value = values[signal];
    return weights[signal] * (Double.isNaN(value) ? missing[signal] : value);
  }

  @Override
  public Explanation explain(int signal, double[] values, List<Explanation> parts) {
    return Explanation.match(
        contribution(signal, values),
        Double.isNaN(values[signal])
            ? "contribution, computed as weight × "
                + missing[signal]
                + " for a missing value, from:"
            : "contribution, computed as weight × raw value from:",
        Explanation.match(weights[signal], "weight"),
        parts.get(signal));
  }

  @Override
  public String title() {
    return "linear model";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinearCombiner linear
        && Double.compare(linear.intercept, intercept) == 0
        && Arrays.equals(linear.weights, weights)
        && Arrays.equals(linear.missing, missing);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(weights) + Arrays.hashCode(missing);
  }

  @Override
  public String toString() {
    return "linear model of " + weights.length + " signals";
  }
}
