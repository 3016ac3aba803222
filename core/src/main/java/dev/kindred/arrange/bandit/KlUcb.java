package dev.kindred.arrange.bandit;

import java.util.SplittableRandom;

/**
 * KL-UCB for rewards between 0 and 1 (Garivier and Cappé 2011, algorithm 1): an arm's value is the
 * largest mean q with {@code n·kl(mean, q) ≤ log t + c·log log t}, where t counts all pulls.
 * Optimal in the long run for clicks, and never random.
 *
 * @param c 0 or more; the proof wants 3, the authors recommend 0 in practice
 */
public record KlUcb(double c) implements Policy {
  public KlUcb {
    if (!(c >= 0 && Double.isFinite(c))) {
      throw new IllegalArgumentException("c must be 0 or more, was " + c);
    }
  }

  @Override
  public void values(Arms arms, SplittableRandom random, double[] values) {
    double log = Math.log(Math.max(1, arms.total() + 1));
    double bound = log + c * Math.log(Math.max(1, log));
    for (int i = 0; i < values.length; i++) {
      double pulls = arms.pulls()[i];
      values[i] =
          pulls > 0
              ? Divergence.upper(Math.clamp(arms.mean(i), 0, 1), bound / pulls)
              : Double.POSITIVE_INFINITY;
    }
  }
}
