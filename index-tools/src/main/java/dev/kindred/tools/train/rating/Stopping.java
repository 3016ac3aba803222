package dev.kindred.tools.train.rating;

import dev.kindred.data.Dataset;
import dev.kindred.model.rating.FmModel;
import dev.kindred.model.rating.FmParameters;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Trains until errors on a carve-out of the ratings fall no more, then once again on all ratings
 * with as many rounds. The carve-out is drawn from what is given to train, so it never holds a
 * rating that is tested.
 *
 * @param rounds at most
 * @param validation share of the ratings in the carve-out; 0 for none, and all rounds
 * @param features that the design has
 */
record Stopping(int rounds, double validation, FmDesign.Features features) {
  /** Errors smaller by less than this are no progress. */
  private static final double LEAST_GAIN = 1e-5;

  private static final int PATIENCE = 8;

  /** What came of it. */
  record Outcome(FmParameters parameters, Map<String, Double> metrics) {}

  Outcome train(
      Dataset data, FmModel.Settings settings, double penalty, Run run, Learner.Maker maker) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    int enough = rounds;
    CarveOut held = validation == 0 ? null : CarveOut.of(data, validation, run.seed());
    if (held != null && held.tells()) {
      enough = enough(held, run, maker, metrics);
    }
    FmDesign design = FmDesign.of(data, features);
    Learner learner = maker.on(design, data);
    for (int round = 1; round <= enough; round++) {
      learner.round(run.threads());
      run.progress().epoch(round, enough, Double.NaN);
    }
    double largest = Math.max(learner.users().largest(), learner.items().largest());
    Require.converging(run.name(), largest, "lower learning_rate");
    metrics.put("rounds", (double) enough);
    FmSnapshots snapshots = new FmSnapshots(settings, design);
    snapshots.penalty(penalty);
    snapshots.take(learner.users(), learner.items(), 0, new double[0]);
    return new Outcome(snapshots.parameters(data.interactions().items()), metrics);
  }

  private int enough(CarveOut held, Run run, Learner.Maker maker, Map<String, Double> metrics) {
    Learner learner = maker.on(FmDesign.of(held.rest(), features), held.rest());
    double least = Double.POSITIVE_INFINITY;
    int best = 1;
    for (int round = 1; round <= rounds && round - best <= PATIENCE; round++) {
      learner.round(run.threads());
      double error = learner.error(held);
      if (error < least - LEAST_GAIN) {
        least = error;
        best = round;
      }
    }
    metrics.put("validation_rmse", least);
    return best;
  }
}
