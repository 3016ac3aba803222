package dev.kindred.rank;

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
 */
public record Part(
    String name, Signal signal, Normalizer normalizer, double weight, double missing) {
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

  /** This part with another weight. */
  public Part weighing(double other) {
    return new Part(name, signal, normalizer, other, missing);
  }

  /** This part with another normaliser. */
  public Part normalized(Normalizer fitted) {
    return new Part(name, signal, fitted, weight, missing);
  }
}
