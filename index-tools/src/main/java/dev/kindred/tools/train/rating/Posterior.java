package dev.kindred.tools.train.rating;

import dev.kindred.data.Interactions;
import dev.kindred.model.rating.FmModel;
import dev.kindred.tools.train.Run;
import java.util.List;

/**
 * Samples the posterior of a factorization machine and keeps some of its parameter sets.
 *
 * @param iterations sweeps after the warm-up
 * @param warmup sweeps that are thrown away
 * @param samples sets kept, at even distances
 */
record Posterior(int iterations, int warmup, int samples) {
  /** The most numbers a vector field may have, less the weight's. */
  static final int MOST_DIMENSIONS = 1023;

  private static final int CUSTOMARY_SAMPLES = 40;

  /** So many sweeps, a quarter of them for warming up; as many sets as fit, 40 at most. */
  static Posterior customary(int sweeps, int factors) {
    int warmup = sweeps / 4;
    int most = Math.min(CUSTOMARY_SAMPLES, MOST_DIMENSIONS / factors);
    return new Posterior(sweeps - warmup, warmup, Math.min(most, sweeps - warmup));
  }

  /** The settings of a model of stars as they are, without interactions of one side. */
  FmModel.Settings settings(Interactions ratings, int factors, boolean implicit) {
    return new FmModel.Settings(
        factors, samples, false, implicit, 0, List.of(), List.of(), Baselines.scale(ratings, 0));
  }

  /** The sets kept. */
  FmSnapshots sample(FmModel.Settings settings, FmDesign design, FmTarget target, Run run) {
    FmGibbs sampler =
        new FmGibbs(design, settings.factors(), settings.own_interactions(), target, run.seed());
    FmSnapshots snapshots = new FmSnapshots(settings, design);
    int total = warmup + iterations;
    for (int done = 1; done <= total; done++) {
      sampler.sweep();
      while (snapshots.taken() < (long) (done - warmup) * samples / iterations) {
        snapshots.take(sampler);
      }
      run.progress().epoch(done, total, sampler.residual());
    }
    return snapshots;
  }
}
