package dev.kindred.rank.combine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.search.Explanation;

/**
 * A factorization machine over the signals: {@code w₀ + Σ wᵢxᵢ + Σ_{i<j} ⟨vᵢ, vⱼ⟩·xᵢxⱼ} (Rendle
 * 2010, equation 1), so that a signal may count more, or less, where another speaks. Immutable by
 * agreement and thread-safe.
 *
 * @param intercept w₀; finite
 * @param weights w, one a signal, in the profile's order; finite
 * @param factors v, one row a signal, all of one length; finite
 */
record FmCombiner(double intercept, double[] weights, double[][] factors) implements Additive {
  FmCombiner {
    if (weights == null || factors == null || factors.length != weights.length) {
      throw new IllegalArgumentException("an fm needs one row of factors for each of its weights");
    }
    Additive.requireFinite("intercept", intercept);
    Additive.requireFinite("weights", weights);
    for (double[] row : factors) {
      Additive.requireFinite("factors", row);
      if (row.length != factors[0].length) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "all rows of factors must be of one length, were %d and %d",
                factors[0].length,
                row.length));
      }
    }
  }

  @Override
  public int signals() {
    return weights.length;
  }

  /** The signal's weighted value, and half of its interactions with every other. */
  @Override
  public double contribution(int signal, double[] values) {
    double sum = weights[signal] * values[signal];
    for (int other = 0; other < weights.length; other++) {
      if (other != signal) {
        sum += interaction(signal, other) * values[signal] * values[other] / 2;
      }
    }
    return sum;
  }

  private double interaction(int a, int b) {
    double product = 0;
    for (int f = 0; f < factors[a].length; f++) {
      product += factors[a][f] * factors[b][f];
    }
    return product;
  }

  @Override
  public Explanation explain(int signal, double[] values, List<Explanation> parts) {
    return Explanation.match(
        contribution(signal, values),
        "contribution, computed as weight × value and half of its interactions from:",
        details(signal, values, parts));
  }

  @Override
  public String title() {
    return "factorization machine over signals";
  }

  private List<Explanation> details(int signal, double[] values, List<Explanation> parts) {
    List<Explanation> details = new ArrayList<>();
    details.add(Explanation.match(weights[signal], "weight"));
    details.add(parts.get(signal));
    for (int other = 0; other < weights.length; other++) {
      if (other != signal) {
        details.add(
            Explanation.match(
                interaction(signal, other),
                String.format(
                    Locale.ROOT,
                    "interaction with signal %d of value %s",
                    other + 1,
                    values[other])));
      }
    }
    return details;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FmCombiner fm
        && Double.compare(fm.intercept, intercept) == 0
        && Arrays.equals(fm.weights, weights)
        && Arrays.deepEquals(fm.factors, factors);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(weights) + Arrays.deepHashCode(factors);
  }

  @Override
  public String toString() {
    return "factorization machine of " + weights.length + " signals";
  }
}
