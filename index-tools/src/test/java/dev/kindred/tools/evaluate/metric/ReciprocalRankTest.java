package dev.kindred.tools.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReciprocalRankTest extends AccuracyContract {
  @Override
  Metric at(int k) {
    return new ReciprocalRank(k);
  }

  @Test
  void onlyTheFirstHitCounts() {
    assertThat(value(10, List.of("x", "a", "b"), Set.of("a", "b"))).isCloseTo(0.5, within(EXACT));
    assertThat(value(10, List.of("x", "y", "z", "b"), Set.of("b"))).isCloseTo(0.25, within(EXACT));
  }
}
