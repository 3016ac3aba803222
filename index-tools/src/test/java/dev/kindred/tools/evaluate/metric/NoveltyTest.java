package dev.kindred.tools.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoveltyTest extends MetricContract {
  @Override
  Metric at(int k) {
    return new Novelty(k);
  }

  @Override
  double greatest() {
    return Math.log(RandomLists.ITEMS) / Math.log(2);
  }

  @Test
  void countsBitsOfSurprise() {
    assertThat(of("a")).isCloseTo(0, within(EXACT));
    assertThat(of("b")).isCloseTo(1, within(EXACT));
    assertThat(of("c")).isCloseTo(2, within(EXACT));
    assertThat(of("a", "b", "c")).isCloseTo(1, within(EXACT));
  }

  @Test
  void anItemNobodyHadCountsAsIfOneUserHad() {
    assertThat(of("d")).isCloseTo(2, within(EXACT));
    assertThat(of("elsewhere")).isCloseTo(2, within(EXACT));
  }

  private static double of(String... items) {
    Tally tally = new Novelty(3).start(SmallCatalogue.abcd());
    tally.add(List.of(items), Set.of("a"));
    return tally.value();
  }
}
