package dev.kindred.tools.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrecisionTest extends AccuracyContract {
  @Override
  Metric at(int k) {
    return new Precision(k);
  }

  @Test
  void dividesByTheCutOff() {
    assertThat(value(4, List.of("a", "x", "b", "y", "c"), Set.of("a", "b", "c")))
        .isCloseTo(0.5, within(EXACT));
  }

  @Test
  void aShortListIsNotBetterForBeingShort() {
    assertThat(value(10, List.of("a"), Set.of("a"))).isCloseTo(0.1, within(EXACT));
  }
}
