package dev.kindred.arrange.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LotteryTest {
  @Test
  void certainPagesKeepTheOrderOfEqualValues() {
    Lottery.Page page =
        Lottery.certain(new double[] {1, Double.POSITIVE_INFINITY, 1, Double.POSITIVE_INFINITY});
    assertThat(page.order()).containsExactly(1, 3, 0, 2);
    assertThat(page.propensities()).containsOnly(1);
    assertThat(page.errors()).containsOnly(0);
  }

  /** Walks every way in which a page can come about. */
  private static double enumerated(
      boolean[] taken, int filled, int rank, int place, double epsilon) {
    int n = taken.length;
    int best = 0;
    while (taken[best]) {
      best++;
    }
    double chance = 0;
    for (int arm = 0; arm < n; arm++) {
      if (!taken[arm]) {
        double p = epsilon / (n - filled) + (arm == best ? 1 - epsilon : 0);
        if (filled == place) {
          chance += arm == rank ? p : 0;
        } else if (arm != rank) {
          taken[arm] = true;
          chance += p * enumerated(taken, filled + 1, rank, place, epsilon);
          taken[arm] = false;
        }
      }
    }
    return chance;
  }

  @Test
  void chancesOfEpsilonGreedyPagesAreExact() {
    for (double epsilon : new double[] {0, 0.05, 0.5, 1}) {
      for (int rank = 0; rank < 6; rank++) {
        double total = 0;
        for (int place = 0; place < 6; place++) {
          double chance = Lottery.chance(rank, place, 6, epsilon);
          assertThat(chance)
              .isCloseTo(enumerated(new boolean[6], 0, rank, place, epsilon), within(1e-14));
          total += chance;
        }
        assertThat(total).isCloseTo(1, within(1e-14));
      }
    }
  }

  @Test
  void epsilonGreedyPagesComeAsOftenAsTheirChance() {
    double[] values = {0.1, 0.4, 0.2, 0.3};
    int[] first = new int[4];
    for (int seed = 0; seed < 20_000; seed++) {
      Lottery.Page page = Lottery.epsilon(values, 0.3, seed);
      first[page.order()[0]]++;
      double expected = page.order()[0] == 1 ? 0.7 + 0.3 / 4 : 0.3 / 4;
      assertThat(page.propensities()[0]).isCloseTo(expected, within(1e-15));
    }
    assertThat(first[1] / 20_000.0).isCloseTo(0.775, within(5 * Math.sqrt(0.775 * 0.225 / 20_000)));
    assertThat(first[0] / 20_000.0).isCloseTo(0.075, within(5 * Math.sqrt(0.075 * 0.925 / 20_000)));
  }

  /** The chance that the first of three Beta arms draws the largest value, by integration. */
  private static double firstWins(double[][] beta) {
    int steps = 20_000;
    double[] below = new double[3];
    double chance = 0;
    for (int i = 0; i < steps; i++) {
      double x = (i + 0.5) / steps;
      double[] density = new double[3];
      for (int arm = 0; arm < 3; arm++) {
        density[arm] = density(beta[arm], x) / steps;
        below[arm] += density[arm];
      }
      chance += density[0] * (below[1] - density[1] / 2) * (below[2] - density[2] / 2);
    }
    return chance;
  }

  /** With whole parameters. */
  private static double density(double[] beta, double x) {
    double log = (beta[0] - 1) * Math.log(x) + (beta[1] - 1) * Math.log(1 - x);
    for (int i = 1; i < beta[0] + beta[1]; i++) {
      log += Math.log(i);
    }
    for (int i = 1; i < beta[0]; i++) {
      log -= Math.log(i);
    }
    for (int i = 1; i < beta[1]; i++) {
      log -= Math.log(i);
    }
    return Math.exp(log);
  }

  @Test
  void thompsonsChancesAreTheIntegralsWithinTheirErrors() {
    Arms arms =
        new Arms(new double[] {20, 30, 8}, new double[] {8, 10, 2}, new double[] {8, 10, 2});
    double exact = firstWins(new double[][] {{9, 13}, {11, 21}, {3, 7}});
    BetaThompson thompson = new BetaThompson(1, 1, 1);
    int seen = 0;
    for (int seed = 0; seed < 60; seed++) {
      Lottery.Page page = Lottery.drawn(3, (r, v) -> thompson.values(arms, r, v), 4000, seed);
      if (page.order()[0] == 0) {
        seen++;
        assertThat(page.propensities()[0]).isCloseTo(exact, within(4.5 * page.errors()[0]));
        assertThat(page.errors()[0]).isCloseTo(Math.sqrt(exact * (1 - exact) / 4000), within(1e-3));
      }
    }
    assertThat(seen / 60.0).isCloseTo(exact, within(0.25));
  }

  @Test
  void whatWasShownNeverHasChanceZero() {
    // The drawn page is one that further draws never give again.
    boolean[] first = {true};
    Lottery.Drawing once =
        (random, values) -> {
          values[0] = first[0] ? 1 : 0;
          values[1] = 0.5;
          first[0] = false;
        };
    Lottery.Page page = Lottery.drawn(2, once, 99, 1);
    assertThat(page.order()).containsExactly(0, 1);
    assertThat(page.propensities()).containsExactly(0.01, 0.01);
  }

  @Test
  void thePageItselfDoesNotDependOnTheNumberOfDraws() {
    Lottery.Drawing normal =
        (random, values) -> java.util.Arrays.setAll(values, i -> random.nextGaussian());
    assertThat(Lottery.drawn(9, normal, 1, 7).order())
        .containsExactly(Lottery.drawn(9, normal, 500, 7).order());
  }
}
