package dev.kindred.arrange.bandit;

import java.util.SplittableRandom;

/**
 * Indexed minimum empirical divergence for rewards between 0 and 1 (Honda and Takemura 2015,
 * algorithm 1 with the Bernoulli divergence): plays the arm with the smallest {@code n·kl(mean,
 * best mean) + log n}. Optimal in the long run, needs no inversion, never random.
 */
public record Imed() implements Policy {
  @Override
  public void values(Arms arms, SplittableRandom random, double[] values) {
    double best = 0;
    for (int i = 0; i < values.length; i++) {
      best = Math.max(best, arms.mean(i));
    }
    for (int i = 0; i < values.length; i++) {
      double pulls = arms.pulls()[i];
      double mean = arms.mean(i);
      double gap = mean < best ? pulls * Divergence.of(mean, best) : 0;
      values[i] = pulls > 0 ? -(gap + Math.log(pulls)) : Double.POSITIVE_INFINITY;
    }
  }
}
