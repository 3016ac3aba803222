package dev.kindred.data.bandit;

import java.util.List;

/**
 * All that one bandit has learned, frozen at one moment. Immutable and thread-safe.
 *
 * @param arms rewards by item id
 * @param regressions by item id; under the empty id the one that all items share
 * @param features the names of the regressions' features; empty when there are none
 */
public record Posteriors(Table<Arm> arms, Table<Regression> regressions, List<String> features) {
  /** Nothing learned yet. */
  public static final Posteriors NONE = new Posteriors(Table.empty(), Table.empty(), List.of());

  public Posteriors {
    features = List.copyOf(features);
  }
}
