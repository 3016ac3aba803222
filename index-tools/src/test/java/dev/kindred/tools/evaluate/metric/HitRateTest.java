package dev.kindred.tools.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HitRateTest extends AccuracyContract {
  @Override
  Metric at(int k) {
    return new HitRate(k);
  }

  @Test
  void oneHitIsEnough() {
    assertThat(value(3, List.of("x", "y", "a"), Set.of("a", "b"))).isEqualTo(1, within(EXACT));
    assertThat(value(2, List.of("x", "y", "a"), Set.of("a", "b"))).isZero();
  }
}
