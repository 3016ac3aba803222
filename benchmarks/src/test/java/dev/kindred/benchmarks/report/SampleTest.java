package dev.kindred.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleTest {
  private static Sample sample(double... values) {
    Sample sample = new Sample();
    for (double value : values) {
      sample.add(value);
    }
    return sample;
  }

  @Test
  void theMedianIsTheMiddleWhateverTheOrder() {
    assertThat(sample(9, 1, 5).median()).isEqualTo(5);
    assertThat(sample(4, 1, 3, 2).median()).isEqualTo(2.5);
  }

  @Test
  void quantilesAreInterpolated() {
    Sample sample = sample(0, 10, 20, 30, 40);
    assertThat(sample.quantile(0)).isZero();
    assertThat(sample.quantile(0.125)).isEqualTo(5);
    assertThat(sample.quantile(1)).isEqualTo(40);
  }

  @Test
  void grows() {
    Sample sample = new Sample();
    for (int i = 0; i <= 100; i++) {
      sample.add(i);
    }
    assertThat(sample.size()).isEqualTo(101);
    assertThat(sample.median()).isEqualTo(50);
  }

  @Test
  void anEmptySampleHasNoMedian() {
    assertThat(new Sample().median()).isNaN();
  }

  @Test
  void aRatioIsTakenPairByPair() {
    assertThat(sample(2, 30, 8).medianRatio(sample(1, 10, 2))).isEqualTo(3);
  }
}
