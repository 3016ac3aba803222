package dev.kindred.tools.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void reachesFromARoundValueToARoundValue() {
    Axis axis = Axis.round(3, 97, 10, 110, 5);
    assertThat(axis.least()).isZero();
    assertThat(axis.most()).isEqualTo(100);
    assertThat(axis.marks(5)).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
    assertThat(axis.pixel(50)).isCloseTo(60, within(1e-9));
  }

  @Test
  void labelsHaveTheDigitsTheirMarksNeed() {
    Axis small = Axis.round(0, 0.25, 0, 1, 5);
    assertThat(small.marks(5)).hasSize(6);
    assertThat(small.label(0.15000000000000002, 5)).isEqualTo("0.15");
    assertThat(Axis.round(0, 10_000, 0, 1, 5).label(2000, 5)).isEqualTo("2,000");
    assertThat(Axis.round(0, 12.5, 0, 1, 5).label(2.5, 5)).isEqualTo("2.5");
  }

  @Test
  void goesUpwardsOnPaper() {
    Axis up = Axis.round(-4, 8, 300, 20, 6);
    assertThat(up.pixel(up.least())).isEqualTo(300);
    assertThat(up.pixel(up.most())).isEqualTo(20);
    assertThat(up.marks(6)).contains(0.0, -4.0, 8.0);
  }

  @Test
  void oneValueIsAnAxisToo() {
    Axis axis = Axis.round(5, 5, 0, 100, 5);
    assertThat(axis.pixel(5)).isBetween(0.0, 100.0);
    assertThat(axis.marks(5)).isNotEmpty();
  }
}
