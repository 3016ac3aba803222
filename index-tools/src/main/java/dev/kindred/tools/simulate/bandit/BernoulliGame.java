package dev.kindred.tools.simulate.bandit;

import dev.kindred.arrange.bandit.Arms;
import dev.kindred.arrange.bandit.Policy;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Arms that pay 1 with fixed chances, else 0. Immutable.
 *
 * @param means the chance of each arm, in 0..1
 */
public record BernoulliGame(List<Double> means) {
  private static final int POINTS = 100;

  public BernoulliGame {
    means = List.copyOf(means);
  }

  /**
   * Plays.
   *
   * @param horizon steps a run, at least 100 and even
   * @param runs at least 2
   */
  public Regret play(Policy policy, int horizon, int runs, long seed) {
    int[] steps = Regret.steps(horizon, POINTS);
    double[][] curves = new double[runs][];
    SplittableRandom[] streams = Streams.of(seed, runs);
    for (int run = 0; run < runs; run++) {
      curves[run] = run(policy, steps, streams[run]);
    }
    return Regret.of(steps, curves);
  }

  private double[] run(Policy policy, int[] steps, SplittableRandom random) {
    double best = means.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    Arms arms = new Arms(means.size());
    double[] values = new double[means.size()];
    double[] curve = new double[steps.length];
    double lost = 0;
    int at = 0;
    for (int t = 1; t <= steps[steps.length - 1]; t++) {
      policy.values(arms, random, values);
      int arm = Policy.best(values);
      double mean = means.get(arm);
      arms.add(arm, random.nextDouble() < mean ? 1 : 0);
      lost += best - mean;
      if (t == steps[at]) {
        curve[at++] = lost;
      }
    }
    return curve;
  }
}
