package dev.kindred.tools.evaluate.policy;

import java.util.SplittableRandom;

/** A target on a log whose arms are always the same. */
final class LoggedOccasion implements Occasion {
  private final BanditLog log;
  private final Target target;
  private final RewardModel model;
  private final int[] chosen;

  /**
   * @param seed of the arms that replay draws
   */
  LoggedOccasion(BanditLog log, Target target, RewardModel model, long seed) {
    this.log = log;
    this.target = target;
    this.model = model;
    this.chosen = new int[log.rounds()];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = draw(chances(i), random.nextDouble());
    }
  }

  /** The arm at that share of the chances' sum. */
  static int draw(double[] chances, double share) {
    double below = 0;
    for (int arm = 0; arm < chances.length; arm++) {
      below += chances[arm];
      if (share < below) {
        return arm;
      }
    }
    int last = chances.length - 1;
    while (chances[last] == 0) {
      last--;
    }
    return last;
  }

  private double[] chances(int round) {
    return target.chances()[log.places()[round]];
  }

  @Override
  public int rounds() {
    return log.rounds();
  }

  @Override
  public double reward(int round) {
    return log.rewards()[round];
  }

  /** π(a)/p of what was shown. */
  @Override
  public double weight(int round) {
    return chances(round)[log.shown()[round]] / log.propensities()[round];
  }

  /** The model's reward of what was shown. */
  @Override
  public double predicted(int round) {
    return model.reward(round, log.shown()[round]);
  }

  /** The model's reward of the target's choice, on average. */
  @Override
  public double expected(int round) {
    double[] chances = chances(round);
    double sum = 0;
    for (int arm = 0; arm < chances.length; arm++) {
      if (chances[arm] > 0) {
        sum += chances[arm] * model.reward(round, arm);
      }
    }
    return sum;
  }

  /** Whether the target draws what was shown. */
  @Override
  public boolean agrees(int round) {
    return chosen[round] == log.shown()[round];
  }
}
