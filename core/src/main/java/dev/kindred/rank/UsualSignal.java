package dev.kindred.rank;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.kindred.model.Encoding;
import dev.kindred.request.ResolvedRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.util.NumericUtils;

/**
 * How near an item's number is to what the user usually chooses, such as price affinity: {@code
 * exp(−(ln x − μ)² / 2σ²)}, 1 at the usual value, with μ and σ of the logarithms of that number
 * over the items of the user's recent history, weighed by their events. σ is at least {@value
 * #LEAST_SPREAD}, a quarter up or down.
 *
 * @param field a number field with positive values; any other value is as far from usual as can be:
 *     0
 */
record UsualSignal(String field) implements Signal {
  static final double LEAST_SPREAD = 0.25;

  public UsualSignal {
    Objects.requireNonNull(field, "field");
  }

  @Override
  @JsonIgnore
  public Set<String> usual() {
    return Set.of(field);
  }

  @Override
  public SignalSource bind(ResolvedRequest request) {
    return switch (request.usual(field)) {
      case Encoding.Dense usual ->
          new FieldSource(
              field, new Nearness(usual.vector()[0], Math.max(LEAST_SPREAD, usual.vector()[1])));
      case Encoding.None none -> new NoSource(none.reason());
      case Encoding other -> throw new IllegalStateException("not a number: " + other);
    };
  }

  private record Nearness(double mean, double spread) implements FieldSource.Meaning {
    @Override
    public double of(long stored) {
      double value = NumericUtils.sortableLongToDouble(stored);
      if (!(value > 0)) {
        return 0;
      }
      double away = (Math.log(value) - mean) / spread;
      return Math.exp(-away * away / 2);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "nearness to the usual %.4g, give or take a factor of %.3g",
          Math.exp(mean),
          Math.exp(spread));
    }
  }
}
