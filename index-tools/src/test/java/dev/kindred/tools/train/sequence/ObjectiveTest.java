package dev.kindred.tools.train.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.internal.neural.Embedding;
import dev.kindred.tools.train.neural.Hash;
import dev.kindred.tools.train.neural.NumericGradient;
import dev.kindred.tools.train.neural.loss.NegativeSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The losses of one row, after their definitions. */
class ObjectiveTest {
  private static final int ITEMS = 9;
  private static final int NEGATIVES = 6;
  private static final int TARGET = 2;
  private static final long KEY = 5;
  private static final int[] COUNTS = {1, 2, 3, 4, 5, 6, 7, 8, 9};

  private final Embedding items = new Embedding(ITEMS, 3, NumericGradient.random(27, 1));
  private final float[] bias = NumericGradient.random(ITEMS, 2);
  private final float[] x = NumericGradient.random(3, 3);

  private double run(Loss loss, long key) {
    Objective.Choice choice = new Objective.Choice(loss, NEGATIVES, 0.5, 0.75, 0.3);
    return new Objective(choice, items, bias, COUNTS)
        .run(
            1,
            x,
            new int[] {TARGET},
            1,
            new float[3],
            Embedding.zeros(ITEMS, 3),
            new float[ITEMS],
            key);
  }

  private double score(int item) {
    double score = bias[item];
    for (int f = 0; f < 3; f++) {
      score += x[f] * items.table()[3 * item + f];
    }
    return score;
  }

  private static double sigmoid(double score) {
    return 1 / (1 + Math.exp(-score));
  }

  private static int[] sample() {
    return new NegativeSampler(COUNTS, 0.5).draw(Hash.of(KEY, NEGATIVES), NEGATIVES);
  }

  @ParameterizedTest
  @EnumSource
  void isTheLossItsNameSays(Loss loss) {
    double expected =
        switch (loss) {
          case SOFTMAX -> softmax();
          case SAMPLED -> sampled();
          case GBCE -> calibrated();
          case BPR_MAX -> bprMax();
        };
    assertThat(run(loss, KEY)).isCloseTo(expected, within(1e-5));
  }

  private double softmax() {
    double sum = 0;
    for (int item = 0; item < ITEMS; item++) {
      sum += Math.exp(score(item));
    }
    return Math.log(sum) - score(TARGET);
  }

  /** An item's share of the sum is divided by how often it is expected in the sample. */
  private double sampled() {
    double roots = 0;
    for (int count : COUNTS) {
      roots += Math.sqrt(count);
    }
    double sum = Math.exp(score(TARGET));
    for (int item : sample()) {
      double expected = NEGATIVES * Math.sqrt(COUNTS[item]) / roots;
      sum += item == TARGET ? 0 : Math.exp(score(item)) / expected;
    }
    return Math.log(sum) - score(TARGET);
  }

  private double calibrated() {
    double share = NEGATIVES / (ITEMS - 1.0);
    double power = share * (0.75 * (1 - 1 / share) + 1 / share);
    double loss = -power * Math.log(sigmoid(score(TARGET)));
    for (int item : sample()) {
      loss -= item == TARGET ? 0 : Math.log(1 - sigmoid(score(item)));
    }
    return loss;
  }

  private double bprMax() {
    double sum = 0;
    double won = 0;
    double squares = 0;
    for (int item : sample()) {
      double weight = item == TARGET ? 0 : Math.exp(score(item));
      sum += weight;
      won += weight * sigmoid(score(TARGET) - score(item));
      squares += weight * score(item) * score(item);
    }
    return -Math.log(won / sum) + 0.3 * squares / sum;
  }

  @Test
  void anotherKeyIsAnotherSample() {
    assertThat(run(Loss.SAMPLED, KEY + 1)).isNotEqualTo(run(Loss.SAMPLED, KEY));
    assertThat(run(Loss.SOFTMAX, KEY + 1)).isEqualTo(run(Loss.SOFTMAX, KEY));
  }
}
