package dev.kindred.tools.train.rating;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.model.rating.FmModel;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Run;
import java.util.List;
import java.util.Map;

/** What matrix factorisations have in common, be they found by descent or by sampling. */
final class Descent {
  private Descent() {}

  /**
   * One set of parameters, without interactions of one side; the penalty grows with the number of
   * ratings.
   */
  static FmModel.Settings settings(
      Interactions ratings, int factors, boolean implicit, List<String> fields) {
    return new FmModel.Settings(
        factors, 1, false, implicit, 1, List.of(), fields, Baselines.scale(ratings, 0));
  }

  /** Without interactions of one side, as the mean over sets of parameters. */
  static FmModel posterior(
      Record trainer, int sweeps, int factors, FmDesign.Features features, Dataset data, Run run) {
    Interactions ratings = data.interactions();
    Posterior posterior = Posterior.customary(sweeps, factors);
    FmModel.Settings settings = posterior.settings(ratings, factors, features.rated());
    FmDesign design = FmDesign.of(data, features);
    FmTarget target = FmTarget.Plain.of(design.stars(), settings.scale().mean());
    FmSnapshots snapshots = posterior.sample(settings, design, target, run);
    return new FmModel(
        Provenance.manifest(
            "fm",
            trainer,
            run,
            ratings,
            Map.of(),
            FmModel.fields(run.name(), factors, settings.samples())),
        settings,
        snapshots.parameters(ratings.items()));
  }

  /**
   * The model that training with stops on a carve-out finds.
   *
   * @param trainer whose parameters become the provenance
   * @param penalty of the parameters, for those who are folded in later
   */
  static FmModel fitted(
      Record trainer,
      Stopping stopping,
      FmModel.Settings settings,
      double penalty,
      Dataset data,
      Run run,
      Learner.Maker maker) {
    Stopping.Outcome outcome = stopping.train(data, settings, penalty, run, maker);
    return new FmModel(
        Provenance.manifest(
            "fm",
            trainer,
            run,
            data.interactions(),
            outcome.metrics(),
            FmModel.fields(run.name(), settings.factors(), settings.samples())),
        settings,
        outcome.parameters());
  }
}
