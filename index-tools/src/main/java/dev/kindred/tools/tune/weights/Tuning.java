package dev.kindred.tools.tune.weights;

import dev.kindred.Profile;
import dev.kindred.rank.Part;
import java.util.List;

/**
 * What a search for weights found. Immutable.
 *
 * @param before the profile as it was
 * @param method which way of searching did best on requests it had not learned from
 * @param signals learned from all requests
 * @param byFold the signals learned without the requests of each fold
 * @param folds by request, the fold it belongs to
 * @param fitted the metric on the requests that were learned from, all of them
 * @param explained by signal, how much of what a rising function of it could say at best its
 *     normaliser says; 1 for all (isotonic regression is the reference)
 * @param ascent how the ascent came to the learned weights, the metric rising
 * @param listwise how the loss fell; values are its negative
 */
public record Tuning(
    Profile before,
    String method,
    List<Part> signals,
    List<List<Part>> byFold,
    List<Integer> folds,
    double fitted,
    List<Double> explained,
    List<Step> ascent,
    List<Step> listwise) {
  public Tuning {
    signals = List.copyOf(signals);
    byFold = List.copyOf(byFold);
    folds = List.copyOf(folds);
    explained = List.copyOf(explained);
    ascent = List.copyOf(ascent);
    listwise = List.copyOf(listwise);
  }

  /** The profile with what was learned. */
  public Profile after() {
    return before.withSignals(signals);
  }

  /**
   * What was learned, for a profile of another index whose signals were fitted there: the weights,
   * and each normaliser as much wider or further from the centre as it became here.
   *
   * @throws IllegalArgumentException when the profile has other signals
   */
  public Profile moved(Profile other) {
    List<String> names = before.signals().stream().map(Part::name).toList();
    if (!other.signals().stream().map(Part::name).toList().equals(names)) {
      throw new IllegalArgumentException(
          "profile '" + other.name() + "' has other signals than " + names + ", which were tuned");
    }
    List<Part> moved = new java.util.ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Part tuned = signals.get(i);
      moved.add(
          Shapes.moved(before.signals().get(i), tuned, other.signals().get(i))
              .weighing(tuned.weight())
              .gated(tuned.gate()));
    }
    return other.withSignals(moved);
  }
}
