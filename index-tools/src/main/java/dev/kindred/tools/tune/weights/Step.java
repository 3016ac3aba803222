package dev.kindred.tools.tune.weights;

import java.util.List;

/**
 * A point on the way of a search.
 *
 * @param value of what is improved, on the requests that are learned from
 * @param weights one a signal
 */
public record Step(double value, List<Double> weights) {
  public Step {
    weights = List.copyOf(weights);
  }

  static Step of(double value, Mix mix) {
    return new Step(value, mix.parts().stream().map(dev.kindred.rank.Part::weight).toList());
  }
}
