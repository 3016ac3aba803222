package dev.kindred.tools.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecallCappedTest extends AccuracyContract {
  @Override
  Metric at(int k) {
    return new RecallCapped(k);
  }

  @Test
  void trap4DividesByWhatTheListCanHold() {
    Set<String> relevant = Set.of("a", "b", "c", "d");
    assertThat(value(2, List.of("a", "b"), relevant)).isCloseTo(1, within(EXACT));
    assertThat(value(2, List.of("a", "x"), relevant)).isCloseTo(0.5, within(EXACT));
    assertThat(value(10, List.of("x", "a"), relevant)).isCloseTo(0.25, within(EXACT));
  }
}
