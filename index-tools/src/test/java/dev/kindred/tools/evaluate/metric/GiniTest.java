package dev.kindred.tools.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GiniTest extends MetricContract {
  @Override
  Metric at(int k) {
    return new Gini(k);
  }

  @Test
  void isZeroWhenEveryItemIsShownEquallyOften() {
    assertThat(of(List.of("a", "b"), List.of("d", "c"))).isCloseTo(0, within(EXACT));
  }

  @Test
  void oneItemOfFourTakingAllPlacesIsThreeQuarters() {
    assertThat(of(List.of("a"), List.of("a"), List.of("a"))).isCloseTo(0.75, within(EXACT));
  }

  @Test
  void unequalExposureByHand() {
    // exposures 0, 0, 1, 3: (-3·0 - 1·0 + 1·1 + 3·3) / (4·4)
    assertThat(of(List.of("a", "b"), List.of("a"), List.of("a")))
        .isCloseTo(10 / 16.0, within(EXACT));
  }

  @SafeVarargs
  private static double of(List<String>... lists) {
    Tally tally = new Gini(2).start(SmallCatalogue.abcd());
    for (List<String> list : lists) {
      tally.add(list, Set.of("a"));
    }
    return tally.value();
  }
}
