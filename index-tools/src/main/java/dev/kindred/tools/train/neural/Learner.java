package dev.kindred.tools.train.neural;

import dev.kindred.internal.neural.Parameter;
import java.util.List;

/** A network and its data, as the loop over epochs sees them. Not thread-safe. */
public interface Learner {
  /** Trains on all the data once; returns the mean loss. */
  double epoch(int number);

  /** NDCG@10 on held-out items; NaN when there are none. */
  double validate();

  /** The network: what is put back to the best epoch at the end. */
  List<Parameter> parameters();

  /** What else has to be kept to go on another day: the optimiser's. */
  List<Parameter> state();
}
