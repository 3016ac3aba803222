package dev.kindred.rank;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.kindred.request.ResolvedRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Freshness: 1 for an item of now or of the future, halving with every half-life of age.
 *
 * @param field a time field, in milliseconds since the epoch
 * @param half_life ISO-8601 duration such as {@code P30D}, a millisecond at least
 */
record RecencySignal(String field, Duration half_life) implements Signal {
  public RecencySignal {
    Objects.requireNonNull(field, "field");
    requirePositive(Objects.requireNonNull(half_life, "half_life"));
  }

  /** Ages are in milliseconds, so that nothing is halved in less. */
  static void requirePositive(Duration halfLife) {
    if (halfLife.toMillis() <= 0) {
      throw new IllegalArgumentException(
          "half_life must be a millisecond at least, was " + halfLife);
    }
  }

  @Override
  @JsonIgnore
  public Set<String> fields() {
    return Set.of(field);
  }

  @Override
  public SignalSource bind(ResolvedRequest request) {
    double rate = Math.log(2) / half_life.toMillis();
    return new FieldSource(field, new Decay(request.request().now().toEpochMilli(), rate));
  }

  private record Decay(long now, double rate) implements FieldSource.Meaning {
    @Override
    public double of(long stored) {
      return Math.exp(-rate * Math.max(0, now - stored));
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "exp(-%s × age in ms), halving every %.3g days",
          rate,
          Math.log(2) / rate / 86_400_000);
    }
  }
}
