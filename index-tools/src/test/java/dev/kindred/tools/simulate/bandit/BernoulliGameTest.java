package dev.kindred.tools.simulate.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.arrange.bandit.BetaThompson;
import dev.kindred.arrange.bandit.EpsilonGreedy;
import dev.kindred.arrange.bandit.KlUcb;
import dev.kindred.arrange.bandit.Policy;
import dev.kindred.arrange.bandit.Ucb1;
import java.util.List;
import org.junit.jupiter.api.Test;

class BernoulliGameTest {
  private static final BernoulliGame GAME = new BernoulliGame(List.of(0.6, 0.4, 0.1));

  @Test
  void stubbornnessLosesTheSameEveryStep() {
    Policy second = (arms, random, values) -> values[1] = 1;
    Regret regret = GAME.play(second, 1000, 3, 1);
    assertThat(regret.last()).isCloseTo(200, within(1e-9));
    assertThat(regret.lastError()).isCloseTo(0, within(1e-9));
    assertThat(regret.exponent()).isCloseTo(1, within(1e-9));
    assertThat(regret.steps()).hasSize(100).endsWith(1000);
  }

  @Test
  void chanceLosesTheMean() {
    Regret regret = GAME.play(new EpsilonGreedy(1), 1000, 40, 1);
    double mean = 0.6 - (0.6 + 0.4 + 0.1) / 3;
    assertThat(regret.last()).isCloseTo(1000 * mean, within(5 * regret.lastError()));
  }

  @Test
  void learnersLoseEverLess() {
    double thompson = GAME.play(new BetaThompson(1, 1, 1), 2000, 40, 2).last();
    double klUcb = GAME.play(new KlUcb(0), 2000, 40, 2).last();
    double ucb1 = GAME.play(new Ucb1(2), 2000, 40, 2).last();
    assertThat(thompson).isLessThan(klUcb);
    assertThat(klUcb).isLessThan(ucb1);
    assertThat(GAME.play(new BetaThompson(1, 1, 1), 2000, 40, 2).exponent()).isLessThan(0.5);
  }

  @Test
  void equalSeedsPlayEqualGames() {
    Policy thompson = new BetaThompson(1, 1, 1);
    assertThat(GAME.play(thompson, 500, 5, 9).means())
        .containsExactly(GAME.play(thompson, 500, 5, 9).means())
        .isNotEqualTo(GAME.play(thompson, 500, 5, 10).means());
  }
}
