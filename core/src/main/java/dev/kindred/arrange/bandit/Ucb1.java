package dev.kindred.arrange.bandit;

import java.util.SplittableRandom;

/**
 * UCB1 (Auer, Cesa-Bianchi and Fischer 2002, figure 1): {@code mean + √(exploration·ln t / n)}.
 * Never random.
 *
 * @param exploration 2 in the paper, for rewards between 0 and 1; above 0
 */
public record Ucb1(double exploration) implements Policy {
  public Ucb1 {
    if (!(exploration > 0 && Double.isFinite(exploration))) {
      throw new IllegalArgumentException("exploration must be above 0, was " + exploration);
    }
  }

  @Override
  public void values(Arms arms, SplittableRandom random, double[] values) {
    double log = Math.log(Math.max(1, arms.total() + 1));
    for (int i = 0; i < values.length; i++) {
      double pulls = arms.pulls()[i];
      values[i] =
          pulls > 0
              ? arms.mean(i) + Math.sqrt(exploration * log / pulls)
              : Double.POSITIVE_INFINITY;
    }
  }
}
