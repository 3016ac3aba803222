package dev.kindred.arrange.bandit;

import java.util.SplittableRandom;

/**
 * Plays any arm with probability ε, else the arm of the best mean (Sutton and Barto, section 2.2).
 * Its regret grows for ever in proportion to ε.
 *
 * @param epsilon ε in 0..1
 */
public record EpsilonGreedy(double epsilon) implements Policy {
  public EpsilonGreedy {
    if (!(epsilon >= 0 && epsilon <= 1)) {
      throw new IllegalArgumentException("epsilon must be in 0..1, was " + epsilon);
    }
  }

  @Override
  public void values(Arms arms, SplittableRandom random, double[] values) {
    boolean explores = random.nextDouble() < epsilon;
    for (int i = 0; i < values.length; i++) {
      values[i] =
          explores
              ? random.nextDouble()
              : arms.pulls()[i] > 0 ? arms.mean(i) : Double.POSITIVE_INFINITY;
    }
  }
}
