package dev.kindred.rank;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.kindred.request.ResolvedRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * How much an item is in demand: the sum of its events' strengths, each halved with every half-life
 * of its age. The field holds the forward-decayed sum in log space (Cormode et al. 2009, "Forward
 * decay"): {@code ln Σ w·e^{λ(t−L)}} with landmark L at the epoch, so that nothing is rewritten as
 * time passes; the signal only multiplies by {@code e^{−λ(now−L)}}.
 *
 * @param field a double doc value
 * @param half_life ISO-8601 duration; a millisecond at least; absent for a plain sum that never
 *     decays
 */
record PopularitySignal(String field, Duration half_life) implements Signal {
  public PopularitySignal {
    Objects.requireNonNull(field, "field");
    if (half_life != null) {
      RecencySignal.requirePositive(half_life);
    }
  }

  @Override
  @JsonIgnore
  public Set<String> fields() {
    return Set.of(field);
  }

  @Override
  public SignalSource bind(ResolvedRequest request) {
    double rate = half_life == null ? 0 : Math.log(2) / half_life.toMillis();
    return new FieldSource(field, new Demand(rate * request.request().now().toEpochMilli()));
  }

  private record Demand(double decay) implements FieldSource.Meaning {
    @Override
    public double of(long stored) {
      return Math.exp(Double.longBitsToDouble(stored) - decay);
    }

    @Override
    public String toString() {
      return decay == 0 ? "the sum of its events" : "the decayed sum of its events";
    }
  }
}
