package dev.kindred.tools.train.matrix;

import dev.kindred.data.Interactions;
import java.time.Duration;

/**
 * How much each event of a log still counts: 1 at the log's newest time, half with every half-life
 * before it. This is forward decay (Cormode et al. 2009, "Forward decay: a practical time decay
 * model for streaming systems"): weights of two events keep their ratio for ever, so whatever is
 * made of them stays right as time passes, and a user's later events need only be weighed by their
 * own age. Immutable and thread-safe.
 */
public final class Ageing {
  private final Interactions data;
  private final double rate;
  private final long newest;

  private Ageing(Interactions data, double rate, long newest) {
    this.data = data;
    this.rate = rate;
    this.newest = newest;
  }

  /**
   * @param halfLife null when nothing ages
   */
  public static Ageing of(Interactions data, Duration halfLife) {
    return halfLife == null
        ? new Ageing(data, 0, 0)
        : new Ageing(data, Math.log(2) / halfLife.toMillis(), data.newest());
  }

  /** The weight of the event at a position; 1 for one without a time, which does not age. */
  public double weight(int position) {
    long time = data.time(position);
    return rate == 0 || time == 0 ? 1 : Math.exp(-rate * (newest - time));
  }
}
