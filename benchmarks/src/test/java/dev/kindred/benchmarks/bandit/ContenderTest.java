package dev.kindred.benchmarks.bandit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.arrange.bandit.KlUcb;
import org.junit.jupiter.api.Test;

class ContenderTest {
  @Test
  void twoStandardErrorsOfTheDifferenceAreAllowed() {
    Contender known = new Contender("a", new KlUcb(0), 80.8, 1.1);
    assertThat(known.reproduced(83.7, 1.0)).isTrue();
    assertThat(known.reproduced(84.0, 1.0)).isFalse();
    assertThat(known.reproduced(77.7, 1.0)).isFalse();
  }

  @Test
  void anUnknownErrorIsTakenToBeOurs() {
    Contender known = new Contender("a", new KlUcb(0), 15.0, Double.NaN);
    assertThat(known.reproduced(16.3, 0.5)).isTrue();
    assertThat(known.reproduced(16.6, 0.5)).isFalse();
  }

  @Test
  void bothProblemsHaveTheScoreboardsArms() {
    assertThat(Problem.ALL).extracting(Problem::name).containsExactly("A", "B");
    assertThat(Problem.ALL.getFirst().game().means()).hasSize(10).contains(0.1, 0.05, 0.01);
    assertThat(Problem.ALL.getLast().game().means()).containsExactly(0.9, 0.8);
  }
}
