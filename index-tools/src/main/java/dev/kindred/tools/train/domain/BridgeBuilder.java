package dev.kindred.tools.train.domain;

import dev.kindred.model.domain.Bridge;

/** Learns a bridge from users with a place on either side, and measures how far it reaches. */
record BridgeBuilder(Mapping mapping, double regularization, double temperature) {
  private static final int FOLDS = 5;

  /** What little is claimed for a bridge that explains nothing but the mean. */
  private static final double LEAST_REACH = 0.01;

  Bridge build(Pairs pairs) {
    Mapping.Line line = mapping.fit(pairs, regularization);
    return new Bridge(
        pairs.width(),
        floats(line.matrix()),
        floats(line.offset()),
        reach(pairs),
        mapping.companions(pairs, line, temperature));
  }

  /**
   * The share of the squares of target vectors that the lines of other users explain, over folds.
   */
  private double reach(Pairs pairs) {
    double missed = 0;
    double all = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      Mapping.Line line = mapping.fit(pairs.fold(fold, FOLDS, false), regularization);
      Pairs unseen = pairs.fold(fold, FOLDS, true);
      for (int i = 0; i < unseen.size(); i++) {
        double[] mapped = line.apply(unseen.source()[i]);
        for (int f = 0; f < mapped.length; f++) {
          double truth = unseen.target()[i][f];
          missed += unseen.weights()[i] * (truth - mapped[f]) * (truth - mapped[f]);
          all += unseen.weights()[i] * truth * truth;
        }
      }
    }
    return all == 0 ? LEAST_REACH : Math.clamp(1 - missed / all, LEAST_REACH, 1);
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
