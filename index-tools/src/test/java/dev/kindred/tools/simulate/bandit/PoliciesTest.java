package dev.kindred.tools.simulate.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.arrange.bandit.EpsilonGreedy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoliciesTest {
  private static final BernoulliGame GAME = new BernoulliGame(List.of(0.9, 0.1, 0.1));

  @ParameterizedTest
  @ValueSource(strings = {"thompson", "klucb", "ucb1", "imed", "epsilon", "epsilon:0.05"})
  void whoLearnsLosesLessThanWhoDoesNot(String name) {
    Regret learns = GAME.play(Policies.of(name), 2000, 10, 3);
    Regret never = GAME.play(Policies.of("uniform"), 2000, 10, 3);
    assertThat(learns.last()).isLessThan(never.last() / 3);
    assertThat(never.exponent()).isBetween(0.95, 1.05);
  }

  @Test
  void anEpsilonIsReadAndChecked() {
    assertThat(Policies.of("epsilon:0.05")).isEqualTo(new EpsilonGreedy(0.05));
    assertThat(Policies.of("epsilon")).isEqualTo(new EpsilonGreedy(0.1));
    assertThatThrownBy(() -> Policies.of("epsilon:1.5")).hasMessageContaining("'1.5'");
    assertThatThrownBy(() -> Policies.of("epsilon:x")).hasMessageContaining("'x'");
    assertThatThrownBy(() -> Policies.of("thompson:0.3"))
        .hasMessage("policy thompson takes no number, was 'thompson:0.3'; epsilon does");
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> Policies.of("tompson")).hasMessageContaining("did you mean thompson?");
  }
}
