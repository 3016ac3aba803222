package dev.kindred.tools.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept of one request's candidates, and its quantiles. */
class ObservedTest {
  @Test
  void leavesOutWhatHasNoValue() {
    double[] row = {3, Double.NaN, 1, Double.NaN, 2};
    Observed observed = Observed.of(row, false);
    assertThat(observed.values()).containsExactly(1, 2, 3);
    assertThat(observed.best()).containsExactly(1, 2, 3);
  }

  @Test
  void keepsTheBestFiftyAndASpreadOfTheRest() {
    double[] row = IntStream.range(0, 10_000).mapToDouble(i -> 9_999 - i).toArray();
    Observed observed = Observed.of(row, true);
    assertThat(observed.best()).hasSize(50);
    assertThat(observed.best()[0]).isEqualTo(9950);
    assertThat(observed.best()[49]).isEqualTo(9999);
    assertThat(observed.values()).hasSize(1000).isSorted();
    assertThat(observed.values()[500]).isEqualTo(5000);
    assertThat(observed.dense()).isTrue();
  }

  @Test
  void nothingIsNothing() {
    Observed observed = Observed.of(new double[] {Double.NaN}, false);
    assertThat(observed.values()).isEmpty();
    assertThat(observed.best()).isEmpty();
  }

  @Test
  void quantilesAreInterpolatedOverAllGroups() {
    Quantiles quantiles = Quantiles.of(List.of(new double[] {4, 1}, new double[] {3, 2, 5}));
    assertThat(quantiles.size()).isEqualTo(5);
    assertThat(quantiles.median()).isEqualTo(3);
    assertThat(quantiles.at(0)).isEqualTo(1);
    assertThat(quantiles.at(1)).isEqualTo(5);
    assertThat(quantiles.at(0.125)).isEqualTo(1.5);
  }

  @Test
  void quantilesMayLeaveValuesOut() {
    Quantiles positive = Quantiles.of(List.of(new double[] {-1, 0, 7}), value -> value > 0);
    assertThat(positive.median()).isEqualTo(7);
    assertThat(Quantiles.of(List.of(), value -> true).isEmpty()).isTrue();
  }
}
