package dev.kindred.benchmarks.bandit;

import dev.kindred.arrange.bandit.BetaThompson;
import dev.kindred.arrange.bandit.EpsilonGreedy;
import dev.kindred.arrange.bandit.Imed;
import dev.kindred.arrange.bandit.KlUcb;
import dev.kindred.arrange.bandit.Ucb1;
import dev.kindred.tools.simulate.bandit.BernoulliGame;
import java.util.List;

/**
 * One of the scoreboard's simulations.
 *
 * @param name A or B
 * @param game the arms
 * @param contenders who plays
 * @param goal the best policy's regret should be at most this
 */
record Problem(String name, BernoulliGame game, List<Contender> contenders, double goal) {
  static final int HORIZON = 10_000;
  static final int RUNS = 200;

  /** Chosen on other seeds than those that are reported, for both problems together. */
  static final BetaThompson SHARPENED = new BetaThompson(1, 1, 1.25);

  static final List<Problem> ALL =
      List.of(
          of(
              "A",
              List.of(.1, .05, .05, .05, .02, .02, .02, .01, .01, .01),
              80,
              80.8,
              1.1,
              113.4,
              500.7),
          of("B", List.of(.9, .8), 9.6, 9.6, 0.5, 15.0, 87.9));

  private static Problem of(
      String name,
      List<Double> means,
      double goal,
      double thompson,
      double thompsonError,
      double klUcb,
      double ucb1) {
    return new Problem(
        name,
        new BernoulliGame(means),
        List.of(
            new Contender("Thompson", new BetaThompson(1, 1, 1), thompson, thompsonError),
            new Contender("KL-UCB", new KlUcb(0), klUcb, Double.NaN),
            new Contender("UCB1", new Ucb1(2), ucb1, Double.NaN),
            Contender.unknown("Thompson, sharpened 1.25", SHARPENED),
            Contender.unknown("Thompson, prior ½, ½", new BetaThompson(0.5, 0.5, 1)),
            Contender.unknown("IMED", new Imed()),
            Contender.unknown("ε-greedy, ε = 0.1", new EpsilonGreedy(0.1))),
        goal);
  }
}
