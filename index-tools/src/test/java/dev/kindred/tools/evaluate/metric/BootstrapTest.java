package dev.kindred.tools.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  @Test
  void equalSeedsDrawEqualSamples() {
    Bootstrap.Statistic sum = sample -> Arrays.stream(sample).sum();
    assertThat(new Bootstrap(50, 3).values(20, sum))
        .isEqualTo(new Bootstrap(50, 3).values(20, sum))
        .isNotEqualTo(new Bootstrap(50, 4).values(20, sum));
  }

  @Test
  void drawsUsersWithReplacement() {
    double[] distinct =
        new Bootstrap(200, 1).values(1000, sample -> Arrays.stream(sample).distinct().count());
    assertThat(Arrays.stream(distinct).average().orElseThrow() / 1000)
        .isCloseTo(1 - 1 / Math.E, within(0.01));
  }

  @Test
  void theAnalyticErrorOfAMeanIsWhatTheBootstrapTendsTo() {
    Tally tally = new HitRate(1).start(SmallCatalogue.abcd());
    for (int user = 0; user < 400; user++) {
      tally.add(user % 4 == 0 ? List.of("a") : List.of("b"), Set.of("a"));
    }
    Estimate estimate = tally.estimate(Bootstrap.DEFAULT);
    assertThat(estimate.value()).isEqualTo(0.25);
    assertThat(estimate.se()).isCloseTo(Math.sqrt(0.25 * 0.75 / 399), within(1e-12));
    assertThat(new Bootstrap(5000, 9).standardError(tally)).isCloseTo(estimate.se(), within(5e-4));
  }

  @Test
  void oneUserHasNoStandardError() {
    Tally tally = new Coverage(1).start(SmallCatalogue.abcd());
    tally.add(List.of("a"), Set.of("a"));
    assertThat(tally.estimate(Bootstrap.DEFAULT).se()).isNaN();
  }

  @Test
  void oneResampleIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Bootstrap(1, 42));
  }
}
