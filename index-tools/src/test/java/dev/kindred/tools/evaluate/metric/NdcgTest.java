package dev.kindred.tools.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NdcgTest extends AccuracyContract {
  @Override
  Metric at(int k) {
    return new Ndcg(k);
  }

  @Test
  void discountsByTheLogarithmOfTheRank() {
    assertThat(value(10, List.of("x", "a"), Set.of("a")))
        .isCloseTo(1 / (Math.log(3) / Math.log(2)), within(EXACT));
    assertThat(value(10, List.of("x", "y", "a"), Set.of("a"))).isCloseTo(0.5, within(EXACT));
  }

  @Test
  void twoOfThreeByHand() {
    double gain = 1 + 1 / 2.0;
    double ideal = 1 + Math.log(2) / Math.log(3) + 1 / 2.0;
    assertThat(value(10, List.of("a", "x", "b"), Set.of("a", "b", "c")))
        .isCloseTo(gain / ideal, within(EXACT));
  }

  @Test
  void trap4IdealIsTruncatedAtTheSmallerOfCutOffAndRelevant() {
    Set<String> relevant = Set.of("a", "b", "c", "d", "e");
    assertThat(value(2, List.of("a", "b"), relevant)).isCloseTo(1, within(EXACT));
    assertThat(value(10, List.of("a"), Set.of("a"))).isCloseTo(1, within(EXACT));
  }
}
