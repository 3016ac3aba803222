package dev.kindred.data.bandit;

import java.time.Duration;
import java.util.Objects;

/**
 * How a named bandit learns. Immutable.
 *
 * @param name under which its posteriors are kept; arrangers of one name learn together
 * @param halfLife after which an observation counts half; null when nothing is forgotten
 * @param linear how it regresses on features; null for a bandit that only counts rewards by item
 */
public record Bandit(String name, Duration halfLife, Linear linear) {
  public Bandit {
    Objects.requireNonNull(name, "name");
    if (halfLife != null && halfLife.toMillis() <= 0) {
      throw new IllegalArgumentException("half_life must be positive, was " + halfLife);
    }
  }

  /**
   * A regression on features.
   *
   * @param features what is known of an item in a request
   * @param disjoint one regression an item (Li et al. 2010, algorithm 1) instead of one for all
   * @param regularization λ, above 0
   */
  public record Linear(Features features, boolean disjoint, double regularization) {
    public Linear {
      if (!(regularization > 0 && regularization < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("regularization must be above 0, was " + regularization);
      }
    }

    /** The id under which the regression of an item is kept. */
    public String key(String itemId) {
      return disjoint ? itemId : "";
    }

    /** Of an item that nothing is known of. */
    public Regression prior() {
      return Regression.prior(features.dimension(), regularization);
    }
  }
}
