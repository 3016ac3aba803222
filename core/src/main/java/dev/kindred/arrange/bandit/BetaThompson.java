package dev.kindred.arrange.bandit;

import java.util.SplittableRandom;

/**
 * Thompson sampling for rewards between 0 and 1: each arm's value is a draw from the posterior
 * Beta(successes + Σr, failures + Σ(1−r)) of its mean (Thompson 1933; Agrawal and Goyal, 2012,
 * algorithm 1; with a prior of ½ and ½ Kaufmann, Korda and Munos 2012). Rewards strictly between
 * count by parts, which only widens the posterior.
 *
 * @param successes of the prior, above 0; 1 when absent
 * @param failures of the prior, above 0; 1 when absent
 * @param concentration multiplies both parameters of the posterior; 1, and 1 when absent, is
 *     Thompson sampling; above 1 explores less than the posterior says and loses its guarantee
 */
public record BetaThompson(double successes, double failures, double concentration)
    implements Policy {
  public BetaThompson {
    successes = successes == 0 ? 1 : successes;
    failures = failures == 0 ? 1 : failures;
    concentration = concentration == 0 ? 1 : concentration;
    if (!(successes > 0 && failures > 0 && concentration > 0)) {
      throw new IllegalArgumentException(
          "successes, failures and concentration must be above 0, were "
              + successes
              + ", "
              + failures
              + ", "
              + concentration);
    }
  }

  @Override
  public void values(Arms arms, SplittableRandom random, double[] values) {
    for (int i = 0; i < values.length; i++) {
      double won = Math.clamp(arms.sums()[i], 0, arms.pulls()[i]);
      values[i] =
          Draws.beta(
              concentration * (successes + won),
              concentration * (failures + arms.pulls()[i] - won),
              random);
    }
  }
}
