package dev.kindred.arrange.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DivergenceTest {
  @Test
  void isTheTextbooksSum() {
    double expected = 0.3 * Math.log(0.3 / 0.6) + 0.7 * Math.log(0.7 / 0.4);
    assertThat(Divergence.of(0.3, 0.6)).isCloseTo(expected, within(1e-15));
    assertThat(Divergence.of(0.4, 0.4)).isZero();
    assertThat(Divergence.of(0, 0.5)).isCloseTo(Math.log(2), within(1e-15));
    assertThat(Divergence.of(0.5, 1)).isInfinite();
  }

  @Test
  void theUpperBoundIsBisections() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 20_000; i++) {
      double p = i % 10 == 0 ? 0 : Math.pow(random.nextDouble(), 1 + i % 4);
      double bound = Math.exp(random.nextDouble(-16, 3));
      double upper = Divergence.upper(p, bound);
      assertThat(upper).as("p %s, bound %s", p, bound).isBetween(p, 1.0);
      assertThat(upper).isCloseTo(bisection(p, bound), within(1e-11));
    }
  }

  private static double bisection(double p, double bound) {
    double low = p;
    double high = 1;
    for (int i = 0; i < 80; i++) {
      double middle = (low + high) / 2;
      if (Divergence.of(p, middle) <= bound) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Test
  void edgesAreExact() {
    assertThat(Divergence.upper(1, 0.5)).isEqualTo(1);
    assertThat(Divergence.upper(0.4, 0)).isEqualTo(0.4);
    assertThat(Divergence.upper(0, 0.5)).isCloseTo(1 - Math.exp(-0.5), within(1e-15));
    assertThat(Divergence.upper(0.99, 1e6)).isBetween(0.99, 1.0);
  }
}
