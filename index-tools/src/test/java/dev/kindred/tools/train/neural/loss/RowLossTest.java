package dev.kindred.tools.train.neural.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RowLossTest {
  private static final float[] SCORES = {9, 0.4f, -0.7f, 1.1f, 0.2f, -2f, 9};

  static Stream<Arguments> losses() {
    return Stream.of(
        Arguments.of("softmax", RowLoss.softmax()),
        Arguments.of("binary", RowLoss.binary(1)),
        Arguments.of("gSASRec", RowLoss.binary(0.3)),
        Arguments.of("BPR", RowLoss.bpr()),
        Arguments.of("BPR-max", RowLoss.bprMax(0.7)));
  }

  private static double value(RowLoss loss, float[] scores) {
    return loss.apply(scores.clone(), 1, 4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void theGradientIsThatOfTheLoss(String name, RowLoss loss) {
    float[] gradient = SCORES.clone();
    loss.apply(gradient, 1, 4);
    assertThat(gradient[0]).isEqualTo(9);
    assertThat(gradient[6]).isEqualTo(9);
    for (int i = 1; i <= 5; i++) {
      float[] above = SCORES.clone();
      float[] below = SCORES.clone();
      above[i] += 1e-2f;
      below[i] -= 1e-2f;
      double expected = (value(loss, above) - value(loss, below)) / (above[i] - below[i]);
      assertThat((double) gradient[i]).as("%s at %d", name, i).isCloseTo(expected, within(1e-4));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void whatDoesNotCountChangesNothing(String name, RowLoss loss) {
    float[] masked = {0.4f, -0.7f, Float.NEGATIVE_INFINITY, 0.3f};
    float[] without = {0.4f, -0.7f, 0.3f};
    double value = loss.apply(masked, 0, 3);
    double expected = loss.apply(without, 0, 2);
    assertThat(masked[2]).isCloseTo(0, within(1e-30f));
    if (!"BPR".equals(name)) {
      assertThat(value).isCloseTo(expected, within(1e-6));
      assertThat(masked[0]).isCloseTo(without[0], within(1e-6f));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void withNobodyToCompareWithTheLossIsFinite(String name, RowLoss loss) {
    float[] scores = {0.4f, Float.NEGATIVE_INFINITY};
    assertThat(loss.apply(scores, 0, 1)).as(name).isFinite();
    assertThat(scores[0]).isFinite();
    assertThat(scores[1]).isCloseTo(0, within(1e-30f));
  }

  @Test
  void thePowerOfGsasrecIsThePapers() {
    assertThat(RowLoss.power(0, 1, 101)).isEqualTo(1);
    assertThat(RowLoss.power(1, 1, 101)).isCloseTo(0.01, within(1e-9));
    assertThat(RowLoss.power(0.75, 256, 3417)).isCloseTo(0.30620, within(1e-4));
    assertThat(RowLoss.power(0.75, 500, 3)).isEqualTo(1);
  }
}
