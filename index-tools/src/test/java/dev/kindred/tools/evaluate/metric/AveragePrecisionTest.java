package dev.kindred.tools.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AveragePrecisionTest extends AccuracyContract {
  @Override
  Metric at(int k) {
    return new AveragePrecision(k);
  }

  @Test
  void averagesThePrecisionAtEveryHit() {
    assertThat(value(10, List.of("a", "x", "b"), Set.of("a", "b", "c")))
        .isCloseTo((1 + 2 / 3.0) / 3, within(EXACT));
  }

  @Test
  void dividesByWhatTheListCanHold() {
    assertThat(value(2, List.of("a", "b"), Set.of("a", "b", "c"))).isCloseTo(1, within(EXACT));
    assertThat(value(2, List.of("x", "b"), Set.of("a", "b", "c"))).isCloseTo(0.25, within(EXACT));
  }
}
