package dev.kindred.tools.train.rating;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.model.Baseline;
import dev.kindred.model.rating.BiasModel;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import java.util.Map;

/**
 * What averages alone expect of a rating: {@code μ + b_u + b_i} (Koren 2010, "Factor in the
 * neighbors", section 2.1). What every other predictor of ratings has to beat.
 *
 * @param item_shrinkage how many ratings of the mean are added to an item's own, at least 0
 * @param user_shrinkage the same for a user's
 * @param iterations of both sides by turns, at least 1
 */
public record Bias(double item_shrinkage, double user_shrinkage, int iterations)
    implements Trainer<BiasModel> {
  public static final Bias DEFAULT = new Bias(10, 15, 10);

  public Bias {
    Require.atLeast("item_shrinkage", item_shrinkage, 0);
    Require.atLeast("user_shrinkage", user_shrinkage, 0);
    Require.atLeast("iterations", iterations, 1);
  }

  @Override
  public BiasModel train(Dataset data, Run run) {
    Interactions ratings = data.interactions();
    Baseline baseline =
        Baselines.fit(run.name(), ratings, item_shrinkage, user_shrinkage, iterations);
    return new BiasModel(
        Provenance.manifest("bias", this, run, ratings, Map.of(), BiasModel.fields(run.name())),
        ratings.items(),
        baseline);
  }
}
