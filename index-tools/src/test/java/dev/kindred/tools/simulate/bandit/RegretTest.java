package dev.kindred.tools.simulate.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegretTest {
  @Test
  void averagesRuns() {
    Regret regret = Regret.of(new int[] {5, 10}, new double[][] {{1, 2}, {3, 6}});
    assertThat(regret.means()).containsExactly(2, 4);
    assertThat(regret.lastError()).isCloseTo(2, within(1e-12));
    assertThat(regret.exponent()).isCloseTo(1, within(1e-12));
  }

  @Test
  void growthIsMeasuredOverTheLastHalf() {
    int[] steps = Regret.steps(1000, 100);
    double[] root = new double[100];
    for (int i = 0; i < 100; i++) {
      root[i] = Math.sqrt(steps[i]);
    }
    assertThat(Regret.of(steps, new double[][] {root, root}).exponent())
        .isCloseTo(0.5, within(1e-12));
  }
}
