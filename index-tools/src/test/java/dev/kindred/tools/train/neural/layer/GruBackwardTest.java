package dev.kindred.tools.train.neural.layer;

import dev.kindred.internal.neural.Dense;
import dev.kindred.internal.neural.GruCell;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.tools.train.neural.NumericGradient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GruBackwardTest {
  private static final int IN = 3;
  private static final int WIDTH = 4;
  private static final int ROWS = 5;

  private final GruCell cell =
      new GruCell(
          new Dense(IN, 3 * WIDTH, NumericGradient.random(36, 1), NumericGradient.random(12, 2)),
          new Dense(
              WIDTH, 3 * WIDTH, NumericGradient.random(48, 3), NumericGradient.random(12, 4)));
  private final float[] x = NumericGradient.random(ROWS * IN, 5);
  private final float[] h = NumericGradient.random(ROWS * WIDTH, 6);
  private final float[] weights = NumericGradient.random(ROWS * WIDTH, 7);
  private final float[] gates = new float[ROWS * 3 * WIDTH];
  private final float[] recurrent = new float[ROWS * 3 * WIDTH];
  private final float[] next = new float[ROWS * WIDTH];

  /** A weighted sum of the states after the step. */
  private double loss() {
    cell.apply(ROWS, x, 0, h, 0, gates, 0, recurrent, 0, next, 0);
    double sum = 0;
    for (int i = 0; i < next.length; i++) {
      sum += weights[i] * next[i];
    }
    return sum;
  }

  @Test
  void theGradientIsThatOfTheStep() {
    loss();
    float[] d = weights.clone();
    float[] dGates = new float[gates.length];
    float[] dRecurrent = new float[gates.length];
    new GruBackward(cell).step(ROWS, h, 0, gates, 0, recurrent, 0, d, dGates, dRecurrent);
    GruCell gradient = GruCell.zeros(IN, WIDTH);
    float[] dx = new float[x.length];
    DenseBackward.run(cell.input(), gradient.input(), ROWS, x, 0, dGates, 0, dx);
    DenseBackward.parameters(cell.hidden(), gradient.hidden(), ROWS, h, 0, dRecurrent, 0);
    List<Parameter> parameters = new ArrayList<>(cell.parameters("cell"));
    parameters.add(new Parameter("x", x, ROWS, IN));
    parameters.add(new Parameter("h", h, ROWS, WIDTH));
    List<Parameter> gradients = new ArrayList<>(gradient.parameters("cell"));
    gradients.add(new Parameter("x", dx, ROWS, IN));
    gradients.add(new Parameter("h", d, ROWS, WIDTH));
    NumericGradient.check(parameters, gradients, this::loss);
  }
}
