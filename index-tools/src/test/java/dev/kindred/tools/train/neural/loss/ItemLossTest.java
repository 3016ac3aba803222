package dev.kindred.tools.train.neural.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.internal.neural.Embedding;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.tools.train.neural.NumericGradient;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Both ways to compare rows with items. */
class ItemLossTest {
  private static final int ITEMS = 600;
  private static final int WIDTH = 5;
  private static final int ROWS = 300;
  private static final float SCALE = 0.25f;

  private final Embedding items =
      new Embedding(ITEMS, WIDTH, NumericGradient.random(ITEMS * WIDTH, 1));
  private final float[] bias = NumericGradient.random(ITEMS, 2);
  private final float[] x = NumericGradient.random(ROWS * WIDTH, 3);
  private final int[] targets = IntStream.range(0, ROWS).map(i -> i * 17 % ITEMS).toArray();
  private final int[] sample = {4, 17, 17, 20, 599};
  private final Embedding gradient = Embedding.zeros(ITEMS, WIDTH);
  private final float[] dBias = new float[ITEMS];
  private final float[] dx = new float[ROWS * WIDTH];

  private List<Parameter> parameters() {
    return List.of(
        new Parameter("items", items.table(), ITEMS, WIDTH),
        new Parameter("bias", bias, ITEMS),
        new Parameter("x", x, ROWS, WIDTH));
  }

  private List<Parameter> gradients() {
    return List.of(
        new Parameter("items", gradient.table().clone(), ITEMS, WIDTH),
        new Parameter("bias", dBias.clone(), ITEMS),
        new Parameter("x", dx.clone(), ROWS, WIDTH));
  }

  @Test
  void fullSoftmax() {
    FullSoftmax loss = new FullSoftmax(items, bias);
    double value = loss.run(ROWS, x, targets, SCALE, dx, gradient, dBias);
    assertThat(value).isCloseTo(definition(), within(1e-3));
    NumericGradient.check(
        parameters(),
        gradients(),
        () -> SCALE * loss.run(ROWS, x, targets, SCALE, dx, gradient, dBias));
  }

  private double definition() {
    double loss = 0;
    for (int row = 0; row < ROWS; row++) {
      double sum = 0;
      double right = 0;
      for (int item = 0; item < ITEMS; item++) {
        double score = bias[item];
        for (int f = 0; f < WIDTH; f++) {
          score += x[row * WIDTH + f] * items.table()[item * WIDTH + f];
        }
        sum += Math.exp(score);
        right = item == targets[row] ? score : right;
      }
      loss += Math.log(sum) - right;
    }
    return loss;
  }

  @Test
  void sampledLoss() {
    float[] shift = NumericGradient.random(ITEMS, 4);
    SampledLoss loss = new SampledLoss(RowLoss.softmax(), items, bias, shift);
    loss.run(ROWS, x, targets, sample, SCALE, dx, gradient, dBias);
    NumericGradient.check(
        parameters(),
        gradients(),
        () -> SCALE * loss.run(ROWS, x, targets, sample, SCALE, dx, gradient, dBias));
  }

  @Test
  void aSampledTrueItemDoesNotCount() {
    SampledLoss loss = new SampledLoss(RowLoss.binary(1), items, null, null);
    int[] target = {7};
    double with = loss.run(1, x, target, new int[] {7, 9}, 1, dx, gradient, null);
    double without = loss.run(1, x, target, new int[] {9}, 1, dx, gradient, null);
    assertThat(with).isCloseTo(without, within(1e-6));
  }

  @Test
  void samplesFollowThePowerOfPopularity() {
    NegativeSampler sampler = new NegativeSampler(new int[] {0, 1, 16, 0, 81, 0}, 0.5);
    int[] drawn = sampler.draw(3, 14_000);
    int[] counts = new int[6];
    for (int item : drawn) {
      counts[item]++;
    }
    assertThat(counts[0] + counts[3] + counts[5]).isZero();
    assertThat(counts[1]).isBetween(900, 1100);
    assertThat(counts[2]).isBetween(3800, 4200);
    assertThat(counts[4]).isBetween(8700, 9300);
    assertThat(sampler.draw(3, 14_000)).isEqualTo(drawn);
    assertThat(sampler.draw(4, 14_000)).isNotEqualTo(drawn);
    assertThat(sampler.logExpected(28)[2]).isCloseTo((float) Math.log(8), within(1e-5f));
  }
}
