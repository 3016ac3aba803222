package dev.kindred.tools.train.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.deep.TowerWeights;
import dev.kindred.model.deep.TwoTowerModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The backward pass against differences of the loss, and the loss against the formula. */
class TowerPassTest {
  private static final float STEP = 2e-3f;
  private static final Rows ROWS = Rows.of(Small.SPACE);
  private static final int[] CANDIDATES = {4, 1, 4, 3, 0, 1};
  private static final float[] CORRECTION = {-1, -0.5f, -1, -2, -1.5f, -0.5f};
  private static final double TEMPERATURE = 0.5;

  private static TowerPass.Batch batch() {
    int[][] described = new int[CANDIDATES.length][];
    for (int i = 0; i < described.length; i++) {
      described[i] = (i == 1 || i == 3 ? ROWS.features() : ROWS.byItem())[CANDIDATES[i]];
    }
    return new TowerPass.Batch(
        new int[][] {{0, 1}, {3}, {2, 5, 0}},
        new int[][] {{0, 2}, {}, {1}},
        new float[] {0, 0.5f, 1},
        CANDIDATES,
        described,
        CORRECTION);
  }

  private static TowerWeights weights(List<Integer> layers) {
    var settings =
        new TwoTowerModel.Settings(3, 2, layers, 5, TEMPERATURE, Small.CONTENT, Small.CONTEXT);
    TowerWeights weights = TowerWeights.zeros(settings, Small.SPACE.rows());
    Small.draw(weights.parameters(), 5);
    return weights;
  }

  private static double loss(TowerWeights weights) {
    return new TowerPass(weights, ROWS, TEMPERATURE).run(batch()) / 3;
  }

  private static void check(List<Integer> layers) {
    TowerWeights weights = weights(layers);
    TowerPass pass = new TowerPass(weights, ROWS, TEMPERATURE);
    pass.run(batch());
    List<float[]> analytic = new ArrayList<>();
    pass.tables().forEach(table -> analytic.add(table.gradient()));
    pass.gradients().forEach(gradient -> analytic.add(gradient.values()));
    List<Parameter> parameters = weights.parameters();
    assertThat(analytic).hasSameSizeAs(parameters);
    for (int p = 0; p < parameters.size(); p++) {
      float[] values = parameters.get(p).values();
      for (int i = 0; i < values.length; i++) {
        float before = values[i];
        values[i] = before + STEP;
        double more = loss(weights);
        values[i] = before - STEP;
        double less = loss(weights);
        values[i] = before;
        assertThat((double) analytic.get(p)[i])
            .as(parameters.get(p).name() + "[" + i + "]")
            .isCloseTo((more - less) / (2 * STEP), within(3e-3));
      }
    }
  }

  @Test
  void everyGradientIsTheSlopeOfTheLoss() {
    check(List.of(6));
  }

  @Test
  void alsoWithoutHiddenLayers() {
    check(List.of());
  }

  @Test
  void aQueryOfZerosHasNoSlope() {
    TowerWeights weights = weights(List.of(1));
    weights.tower().getFirst().bias()[0] = -100;
    Arrays.fill(weights.tower().getLast().bias(), 0);
    TowerPass pass = new TowerPass(weights, ROWS, TEMPERATURE);
    assertThat(pass.run(batch())).isFinite();
    pass.gradients().forEach(gradient -> assertThat(gradient.values()).containsOnly(0));
  }

  @Test
  void isTheCrossEntropyOfCorrectedLogits() {
    TowerWeights weights = weights(List.of());
    for (float[] values : List.of(weights.tower().getFirst().weights())) {
      Arrays.fill(values, 0);
    }
    System.arraycopy(new float[] {1, 0, 0}, 0, weights.tower().getFirst().bias(), 0, 3);
    double expected = 0;
    for (int e = 0; e < 3; e++) {
      double sum = 0;
      for (int i = 0; i < CANDIDATES.length; i++) {
        if (i == e || CANDIDATES[i] != CANDIDATES[e]) {
          sum += Math.exp(logit(weights, i));
        }
      }
      expected += Math.log(sum) - logit(weights, e);
    }
    assertThat(new TowerPass(weights, ROWS, TEMPERATURE).run(batch()))
        .isCloseTo(expected, within(1e-4));
  }

  /** The query is the first axis. */
  private static double logit(TowerWeights weights, int candidate) {
    float[] item = new float[3];
    Small.SPACE.add(1, weights.itemEmbedding(), 3, batch().described()[candidate], item, 0);
    double norm = Math.sqrt(item[0] * item[0] + item[1] * item[1] + item[2] * item[2]);
    return item[0] / norm / TEMPERATURE - CORRECTION[candidate];
  }
}
