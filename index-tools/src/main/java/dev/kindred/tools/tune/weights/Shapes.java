package dev.kindred.tools.tune.weights;

import dev.kindred.rank.Normalizer;
import dev.kindred.rank.Normalizer.Identity;
import dev.kindred.rank.Normalizer.Logistic;
import dev.kindred.rank.Normalizer.Range;
import dev.kindred.rank.Normalizer.Saturation;
import dev.kindred.rank.Part;
import java.util.List;
import java.util.stream.Stream;

/**
 * Variations of a fitted normaliser. Its centre was put where the best candidates of a request are;
 * whether differences count more below or above it is a question of what users choose. A wide
 * saturation is nearly linear, a logistic whose midpoint is far to the right nearly exponential.
 */
final class Shapes {
  private static final double[] WIDTHS = {0.25, 4, 16};
  private static final double[] SHIFTS = {-1, 1.5, 3};

  private Shapes() {}

  /** The part with other normalisers; none where the profile's was not fitted. */
  static List<Part> of(Part part) {
    double silent = silent(part);
    Stream<Normalizer> others =
        switch (part.normalizer()) {
          case Identity identity -> Stream.empty();
          case Range range -> Stream.empty();
          case Saturation fitted ->
              java.util.Arrays.stream(WIDTHS)
                  .mapToObj(width -> new Saturation(fitted.pivot() * width));
          case Logistic fitted ->
              Stream.concat(
                  java.util.Arrays.stream(WIDTHS)
                      .limit(2)
                      .mapToObj(width -> new Logistic(fitted.midpoint(), fitted.slope() / width)),
                  java.util.Arrays.stream(SHIFTS)
                      .mapToObj(
                          shift ->
                              new Logistic(
                                  fitted.midpoint() + shift / fitted.slope(), fitted.slope())));
        };
    return others.map(other -> with(part, other, silent)).toList();
  }

  /**
   * The part with its normaliser so wide that it is nearly linear; as it is where the profile's was
   * not fitted.
   */
  static Part wide(Part part) {
    return switch (part.normalizer()) {
      case Saturation fitted -> with(part, new Saturation(fitted.pivot() * 16), silent(part));
      case Logistic fitted ->
          with(part, new Logistic(fitted.midpoint(), fitted.slope() / 4), silent(part));
      default -> part;
    };
  }

  private static Part with(Part part, Normalizer other, double silent) {
    return part.normalized(other, other.apply(silent));
  }

  /** The raw value that stands for a signal without opinion. */
  static double silent(Part part) {
    double missing = part.missing();
    return switch (part.normalizer()) {
      case Identity identity -> missing;
      case Range range -> range.low() + missing * (range.high() - range.low());
      case Saturation fitted ->
          missing >= 1 ? Double.MAX_VALUE : fitted.pivot() * missing / (1 - missing);
      case Logistic fitted -> fitted.midpoint() + logit(missing) / fitted.slope();
    };
  }

  private static double logit(double share) {
    double inside = Math.clamp(share, 1e-12, 1 - 1e-12);
    return Math.log(inside / (1 - inside));
  }

  /**
   * A tuned normaliser moved to an index whose signal was fitted anew: as much wider and as far
   * from the centre as it was where it was tuned.
   *
   * @param before as fitted where it was tuned
   * @param tuned what became of it
   * @param after as fitted where it is wanted
   */
  static Part moved(Part before, Part tuned, Part after) {
    if (tuned.normalizer().equals(before.normalizer())) {
      return after;
    }
    Normalizer moved =
        switch (tuned.normalizer()) {
          case Saturation t
              when before.normalizer() instanceof Saturation b
                  && after.normalizer() instanceof Saturation a ->
              new Saturation(a.pivot() * (t.pivot() / b.pivot()));
          case Logistic t
              when before.normalizer() instanceof Logistic b
                  && after.normalizer() instanceof Logistic a ->
              new Logistic(
                  a.midpoint() + (t.midpoint() - b.midpoint()) * b.slope() / a.slope(),
                  a.slope() * (t.slope() / b.slope()));
          default -> tuned.normalizer();
        };
    return with(after, moved, silent(after));
  }
}
