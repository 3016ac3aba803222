package dev.kindred.tools.train.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.internal.neural.Noise;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.deep.JointModel;
import dev.kindred.model.deep.JointWeights;
import dev.kindred.tools.train.neural.Dropout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The backward pass against differences of the loss. */
class JointPassTest {
  private static final float STEP = 2e-3f;
  private static final List<Group> GROUPS =
      List.of(
          new Group(
              new int[] {0, 1, 2, 4},
              new int[] {0, 2},
              new int[][] {{0, 2}, {1}},
              new int[] {3, 5, 5, 3}),
          new Group(new int[] {3, 5}, new int[] {1}, new int[][] {{}}, new int[] {0, 1}));
  private static final int TARGETS = 3;
  private static final int EXAMPLES = 9;

  private static void check(int factors, List<Integer> layers, double exponent, Noise noise) {
    JointModel.Settings settings =
        new JointModel.Settings(factors, 3, layers, exponent, 10, Small.CONTENT, Small.CONTEXT);
    JointWeights weights = JointWeights.zeros(settings, Small.SPACE.rows());
    Small.draw(weights.parameters(), 12);
    JointPass pass = new JointPass(settings, weights, Rows.of(Small.SPACE));
    float[] crosses = new float[EXAMPLES];
    assertThat(JointPass.examples(GROUPS)).isEqualTo(EXAMPLES);
    pass.run(GROUPS, crosses, noise);
    for (Parameter parameter : analytic(pass, weights)) {
      float[] values = named(weights, parameter.name());
      for (int i = 0; i < values.length; i++) {
        float before = values[i];
        values[i] = before + STEP;
        double more = loss(settings, weights, noise);
        values[i] = before - STEP;
        double less = loss(settings, weights, noise);
        values[i] = before;
        assertThat((double) parameter.values()[i])
            .as(parameter.name() + "[" + i + "]")
            .isCloseTo((more - less) / (2 * STEP), within(3e-3));
      }
    }
  }

  private static double loss(JointModel.Settings settings, JointWeights weights, Noise noise) {
    JointPass pass = new JointPass(settings, weights, Rows.of(Small.SPACE));
    return pass.run(GROUPS, new float[EXAMPLES], noise) / TARGETS;
  }

  private static float[] named(JointWeights weights, String name) {
    return weights.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow()
        .values();
  }

  /** All gradients by the names of their parameters. */
  private static List<Parameter> analytic(JointPass pass, JointWeights weights) {
    List<String> tables =
        List.of(
            "history_factors",
            "history_embedding",
            "context_embedding",
            "item_factors",
            "item_embedding",
            "item_bias");
    List<Parameter> gradients = new ArrayList<>();
    for (int t = 0; t < tables.size(); t++) {
      gradients.add(new Parameter(tables.get(t), pass.tables().get(t).gradient()));
    }
    List<String> layers =
        weights.parameters().stream()
            .map(Parameter::name)
            .filter(name -> !tables.contains(name))
            .toList();
    for (int l = 0; l < layers.size(); l++) {
      gradients.add(new Parameter(layers.get(l), pass.gradients().get(l).values()));
    }
    return gradients;
  }

  @Test
  void everyGradientIsTheSlopeOfTheLoss() {
    check(2, List.of(4, 3), 0.5, Noise.NONE);
  }

  @Test
  void alsoWithoutFactorsAndWithOneLayer() {
    check(0, List.of(5), 1, Noise.NONE);
  }

  @Test
  void alsoUnderDropout() {
    check(2, List.of(6, 3), 0, Dropout.of(0.4, 3, 5));
  }

  @Test
  void crossesReceiveTheGradientOfTheirLogits() {
    JointModel.Settings settings =
        new JointModel.Settings(1, 2, List.of(3), 0.5, 10, Small.CONTENT, List.of());
    JointWeights weights = JointWeights.zeros(settings, Small.SPACE.rows());
    float[] crosses = {0, 2, -2, 0, 0, 0, 0, 0, 0};
    List<Group> noContext =
        GROUPS.stream()
            .map(
                g ->
                    new Group(g.history(), g.targets(), new int[g.targets().length][0], g.others()))
            .toList();
    double loss =
        new JointPass(settings, weights, Rows.of(Small.SPACE)).run(noContext, crosses, Noise.NONE);
    assertThat(loss)
        .isCloseTo(
            7 * Math.log(2) + Math.log1p(Math.exp(2)) + Math.log1p(Math.exp(-2)), within(1e-6));
    assertThat((double) crosses[0]).isCloseTo(-0.5 / TARGETS, within(1e-6));
    assertThat((double) crosses[1]).isCloseTo(1 / (1 + Math.exp(-2)) / TARGETS, within(1e-6));
    assertThat((double) crosses[2]).isCloseTo(1 / (1 + Math.exp(2)) / TARGETS, within(1e-6));
  }
}
