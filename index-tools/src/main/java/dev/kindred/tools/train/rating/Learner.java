package dev.kindred.tools.train.rating;

import dev.kindred.data.Dataset;

/** A training in rounds of a model with one parameter set, without features but those it knows. */
interface Learner {
  /** One round. */
  void round(int threads);

  /** The root of the mean squared error on ratings it did not learn from. */
  double error(CarveOut held);

  FmWeights users();

  FmWeights items();

  /** Begins a training on some ratings. */
  @FunctionalInterface
  interface Maker {
    Learner on(FmDesign design, Dataset data);
  }
}
