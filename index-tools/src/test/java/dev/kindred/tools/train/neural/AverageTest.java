package dev.kindred.tools.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.internal.neural.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class AverageTest {
  private final float[] network = {4, -4};
  private final float[] mean = {9, 9};

  private Average average(double keep) {
    return new Average(
        List.of(new Parameter("w", network, 2)), List.of(new Parameter("w", mean, 2)), keep);
  }

  private void step(Average average, float value) {
    network[0] = value;
    average.update();
  }

  @Test
  void startsAtTheNetwork() {
    average(0.9);
    assertThat(mean).containsExactly(4, -4);
  }

  @Test
  void withNothingKeptItIsTheNetwork() {
    Average average = average(0);
    step(average, 7);
    assertThat(mean).containsExactly(7, -4);
  }

  @Test
  void keepsMoreWithEachStepUpToItsShare() {
    Average average = average(0.2);
    double expected = 4;
    for (int step = 1; step <= 5; step++) {
      step(average, step);
      double keep = Math.min(0.2, step / (step + 10.0));
      expected = keep * expected + (1 - keep) * step;
      assertThat((double) mean[0]).isCloseTo(expected, within(1e-6));
    }
  }

  @Test
  void goesOnFromItsState() {
    Average before = average(0.9);
    step(before, 1);
    step(before, 2);
    float[] there = {0, 0};
    float[] resumed = mean.clone();
    Average after =
        new Average(
            List.of(new Parameter("w", there, 2)), List.of(new Parameter("w", resumed, 2)), 0.9);
    System.arraycopy(mean, 0, resumed, 0, 2);
    for (int p = 0; p < before.state().size(); p++) {
      float[] values = before.state().get(p).values();
      System.arraycopy(values, 0, after.state().get(p).values(), 0, values.length);
    }
    step(before, 5);
    there[0] = 5;
    after.update();
    assertThat(resumed).isEqualTo(mean);
    assertThat(after.state()).extracting(Parameter::name).doesNotContain("w").hasSize(2);
  }
}
