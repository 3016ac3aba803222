package dev.kindred.tools.evaluate.policy;

import java.util.List;
import java.util.Map;

/**
 * A page of the impression log: what competed for it, what was shown where by which chance, and
 * what came of it. Immutable; callers leave the arrays alone.
 *
 * @param candidates ids of the items that competed, those that were shown first, in their places
 * @param signals by candidate: raw values by name
 * @param places by item shown: where, from 0
 * @param propensities by item shown: the chance that it stood there
 * @param rewards by item shown
 */
record ShownPage(
    List<String> candidates,
    List<Map<String, Double>> signals,
    int[] places,
    double[] propensities,
    double[] rewards) {
  ShownPage {
    candidates = List.copyOf(candidates);
    signals = List.copyOf(signals);
  }

  /** How many items were shown. */
  int shown() {
    return places.length;
  }
}
