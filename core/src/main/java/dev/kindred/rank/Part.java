package dev.kindred.rank;

import dev.kindred.request.Gate;
import dev.kindred.request.ResolvedRequest;
import java.util.Locale;
import java.util.Objects;

/**
 * A signal's place in a profile.
 *
 * @param name unique in the profile; appears in answers and explanations
 * @param signal the opinion
 * @param normalizer makes it comparable
 * @param weight how much it counts; finite
 * @param missing the normalised value of an item about which the signal has no opinion
 * @param gate makes the weight depend on the request; null for the same weight always
 */
public record Part(
    String name, Signal signal, Normalizer normalizer, double weight, double missing, Gate gate) {
  public Part {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(signal, "signal");
    normalizer = normalizer == null ? new Normalizer.Identity() : normalizer;
    if (!Double.isFinite(weight) || !Double.isFinite(missing)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "signal '%s': weight and missing must be finite, were %s and %s",
              name,
              weight,
              missing));
    }
  }

  /** Of the same weight for every request. */
  public Part(String name, Signal signal, Normalizer normalizer, double weight, double missing) {
    this(name, signal, normalizer, weight, missing, null);
  }

  /** This part with another weight. */
  public Part weighing(double other) {
    return new Part(name, signal, normalizer, other, missing, gate);
  }

  /** This part with another normaliser. */
  public Part normalized(Normalizer fitted) {
    return normalized(fitted, missing);
  }

  /** This part with another normaliser and value for what is missing. */
  public Part normalized(Normalizer fitted, double silent) {
    return new Part(name, signal, fitted, weight, silent, gate);
  }

  /** This part with another gate; null for none. */
  public Part gated(Gate other) {
    return new Part(name, signal, normalizer, weight, missing, other);
  }

  /** The part as it is for one request: the gate has been applied. */
  public Part at(ResolvedRequest request) {
    return gate == null ? this : weighing(weight * gate.at(value(request))).gated(null);
  }

  /** What the weight for one request is called in explanations. */
  String weightNote(ResolvedRequest request) {
    return gate == null
        ? "weight"
        : String.format(Locale.ROOT, "weight, %.6g × %s", weight, gate.formula(value(request)));
  }

  private double value(ResolvedRequest request) {
    return request.feature(gate.feature());
  }
}
