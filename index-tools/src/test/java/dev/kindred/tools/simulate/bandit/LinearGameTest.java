package dev.kindred.tools.simulate.bandit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.arrange.bandit.EpsilonGreedy;
import dev.kindred.arrange.bandit.Ucb1;
import org.junit.jupiter.api.Test;

class LinearGameTest {
  private static final LinearGame GAME = new LinearGame(10, 5, 0.5);

  private static Regret play(LinearGame.Players players) {
    return GAME.play(players, 2000, 10, 3);
  }

  @Test
  void whoSeesFeaturesLosesLess() {
    double ucb = play(LinearGame.linUcb(1)).last();
    double thompson = play(LinearGame.linThompson(0.5)).last();
    double byArm = play(LinearGame.counting(new Ucb1(2))).last();
    double chance = play(LinearGame.counting(new EpsilonGreedy(1))).last();
    assertThat(ucb).isLessThan(byArm / 2);
    assertThat(thompson).isLessThan(byArm / 2);
    assertThat(byArm).isLessThan(chance);
  }

  @Test
  void linUcbLearnsAndChanceDoesNot() {
    assertThat(play(LinearGame.linUcb(1)).exponent()).isLessThan(0.8);
    assertThat(play(LinearGame.epsilonGreedy(1)).exponent()).isBetween(0.95, 1.05);
  }

  @Test
  void allPlayersMeetTheSameWorlds() {
    // Whoever plays at random loses the same share of what can be lost, whatever it learns.
    double one = play(LinearGame.epsilonGreedy(1)).last();
    double other = play(LinearGame.counting(new EpsilonGreedy(1))).last();
    assertThat(one / other).isBetween(0.97, 1.03);
    assertThat(play(LinearGame.linUcb(1)).means())
        .containsExactly(play(LinearGame.linUcb(1)).means());
  }
}
