package dev.kindred.benchmarks.bandit;

import dev.kindred.arrange.bandit.Policy;

/**
 * A policy of a simulation and what is known of its regret.
 *
 * @param name in reports
 * @param policy that plays
 * @param reference independent code's mean regret; NaN for none
 * @param error the standard error of the reference over as many runs; NaN where it was not told
 */
record Contender(String name, Policy policy, double reference, double error) {
  static Contender unknown(String name, Policy policy) {
    return new Contender(name, policy, Double.NaN, Double.NaN);
  }

  /**
   * Whether our regret is the reference's up to two standard errors of the difference; where the
   * reference's error is unknown, it is taken to be ours.
   */
  boolean reproduced(double regret, double se) {
    double other = Double.isNaN(error) ? se : error;
    return Math.abs(regret - reference) <= 2 * Math.hypot(se, other) + 0.05;
  }
}
