package dev.kindred.tools.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverageTest extends MetricContract {
  @Override
  Metric at(int k) {
    return new Coverage(k);
  }

  @Override
  @Test
  void theStandardErrorIsTheBootstraps() {
    Tally tally = new RandomLists(1).tally(at(5));
    assertThat(tally.estimate(Bootstrap.DEFAULT).se())
        .isEqualTo(Bootstrap.DEFAULT.standardError(tally))
        .isPositive();
  }

  @Test
  void countsDistinctItemsOverAllUsers() {
    Tally tally = new Coverage(2).start(SmallCatalogue.abcd());
    tally.add(List.of("a", "b", "d"), Set.of("a"));
    tally.add(List.of("b", "a"), Set.of("a"));
    assertThat(tally.value()).isEqualTo(0.5);
    tally.add(List.of("c", "d"), Set.of("a"));
    assertThat(tally.value()).isEqualTo(1);
  }

  @Test
  void leavesOutWhatIsNotInTheCatalogue() {
    Tally tally = new Coverage(2).start(SmallCatalogue.abcd());
    tally.add(List.of("a", "elsewhere"), Set.of("a"));
    assertThat(tally.value()).isEqualTo(0.25);
  }
}
