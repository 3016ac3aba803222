package dev.kindred.rank;

import dev.kindred.request.ResolvedRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.search.Explanation;

/** The sum of weight × value, added in the profile's order. */
public final class WeightedSum implements Combiner {
  private final double[] weights;
  private final List<String> notes;

  public WeightedSum(double... weights) {
    this(weights, Collections.nCopies(weights.length, "weight"));
  }

  private WeightedSum(double[] weights, List<String> notes) {
    this.weights = weights.clone();
    this.notes = List.copyOf(notes);
  }

  /** The sum for one request, in which the gates of the parts are applied. */
  public static WeightedSum at(ResolvedRequest request, List<Part> parts) {
    return new WeightedSum(
        parts.stream().mapToDouble(part -> part.at(request).weight()).toArray(),
        parts.stream().map(part -> part.weightNote(request)).toList());
  }

  @Override
  public double combine(double[] values) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }

  @Override
  public int signals() {
    return weights.length;
  }

  @Override
  public double[] contributions(double[] values) {
    double[] all = new double[weights.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = weights[i] * values[i];
    }
    return all;
  }

  @Override
  public Explanation explain(double[] values, List<Explanation> parts) {
    List<Explanation> contributions = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      contributions.add(
          Explanation.match(
              weights[i] * values[i],
              "contribution, computed as weight × value from:",
              Explanation.match(weights[i], notes.get(i)),
              parts.get(i)));
    }
    return Explanation.match(
        combine(values), "weighted signals, computed as their sum from:", contributions);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WeightedSum sum
        && Arrays.equals(sum.weights, weights)
        && sum.notes.equals(notes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return "weighted sum " + Arrays.toString(weights);
  }
}
