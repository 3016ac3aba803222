package dev.kindred.arrange.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PoliciesTest {
  private static final Arms THREE =
      new Arms(new double[] {10, 40, 0}, new double[] {5, 10, 0}, new double[] {5, 10, 0});

  static Stream<Policy> all() {
    return Stream.of(
        new BetaThompson(1, 1, 1),
        new GaussianThompson(0, 1, 1),
        new KlUcb(0),
        new Ucb1(2),
        new Imed(),
        new EpsilonGreedy(0.1));
  }

  private static double[] values(Policy policy, Arms arms, long seed) {
    double[] values = new double[arms.size()];
    policy.values(arms, new SplittableRandom(seed), values);
    return values;
  }

  @ParameterizedTest
  @MethodSource("all")
  void findsTheBestArm(Policy policy) {
    double[] means = {0.2, 0.8, 0.4};
    Arms arms = new Arms(3);
    SplittableRandom random = new SplittableRandom(8);
    double[] values = new double[3];
    for (int t = 0; t < 3000; t++) {
      policy.values(arms, random, values);
      int arm = Policy.best(values);
      arms.add(arm, random.nextDouble() < means[arm] ? 1 : 0);
    }
    assertThat(arms.pulls()[1]).as(policy.toString()).isGreaterThan(2400);
  }

  @ParameterizedTest
  @MethodSource("all")
  void equalSeedsGiveEqualValues(Policy policy) {
    assertThat(values(policy, THREE, 5)).containsExactly(values(policy, THREE, 5));
  }

  @Test
  void ucb1IsThePapersFormula() {
    double[] values = values(new Ucb1(2), THREE, 1);
    assertThat(values[0]).isCloseTo(0.5 + Math.sqrt(2 * Math.log(51) / 10), within(1e-14));
    assertThat(values[1]).isCloseTo(0.25 + Math.sqrt(2 * Math.log(51) / 40), within(1e-14));
    assertThat(values[2]).isInfinite();
  }

  @Test
  void klUcbSpendsItsBudgetOfDivergence() {
    double[] values = values(new KlUcb(3), THREE, 1);
    double bound = Math.log(51) + 3 * Math.log(Math.log(51));
    assertThat(10 * Divergence.of(0.5, values[0])).isCloseTo(bound, within(1e-9));
    assertThat(40 * Divergence.of(0.25, values[1])).isCloseTo(bound, within(1e-9));
    assertThat(values[2]).isInfinite();
  }

  @Test
  void imedIsThePapersFormula() {
    double[] values = values(new Imed(), THREE, 1);
    assertThat(values[0]).isCloseTo(-Math.log(10), within(1e-14));
    assertThat(values[1]).isCloseTo(-40 * Divergence.of(0.25, 0.5) - Math.log(40), within(1e-12));
  }

  @Test
  void thompsonDrawsFromThePosterior() {
    double sum = 0;
    for (int seed = 0; seed < 20_000; seed++) {
      sum += values(new BetaThompson(2, 3, 1), THREE, seed)[1];
    }
    double mean = 12.0 / 45;
    assertThat(sum / 20_000)
        .isCloseTo(mean, within(5 * Math.sqrt(mean * (1 - mean) / 46 / 20_000)));
  }

  @Test
  void gaussianThompsonNarrowsAroundTheMeanOfValues() {
    Arms arms = new Arms(2);
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 400; i++) {
      arms.add(0, 100 + 5 * random.nextGaussian());
    }
    double sum = 0;
    double squares = 0;
    for (int seed = 0; seed < 5000; seed++) {
      double gap = values(new GaussianThompson(0, 1, 0.01), arms, seed)[0] - arms.mean(0);
      sum += gap;
      squares += gap * gap;
    }
    assertThat(sum / 5000).isCloseTo(0, within(0.03));
    assertThat(Math.sqrt(squares / 5000)).isCloseTo(5 / Math.sqrt(400), within(0.03));
  }

  @Test
  void impossibleParametersAreRefused() {
    assertThatThrownBy(() -> new BetaThompson(-1, 1, 1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new GaussianThompson(0, 0, 1)).hasMessageContaining("deviation");
    assertThatThrownBy(() -> new KlUcb(-1)).hasMessageContaining("c must");
    assertThatThrownBy(() -> new Ucb1(0)).hasMessageContaining("exploration");
    assertThatThrownBy(() -> new EpsilonGreedy(2)).hasMessageContaining("0..1");
  }
}
