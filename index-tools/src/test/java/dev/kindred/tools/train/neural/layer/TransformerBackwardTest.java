package dev.kindred.tools.train.neural.layer;

import dev.kindred.internal.neural.BlockState;
import dev.kindred.internal.neural.Noise;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.internal.neural.TransformerBlock;
import dev.kindred.tools.train.neural.Dropout;
import dev.kindred.tools.train.neural.NumericGradient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformerBackwardTest {
  private static final int WIDTH = 6;
  private static final int[] STARTS = {0, 35, 37, 46};
  private static final int ROWS = 46;

  private final TransformerBlock block = TransformerBlock.zeros(WIDTH, 2, 5);
  private final float[] x = NumericGradient.random(ROWS * WIDTH, 31);
  private final float[] weights = NumericGradient.random(ROWS * WIDTH, 32);
  private final BlockState state = new BlockState();
  private final float[] out = new float[ROWS * WIDTH];

  TransformerBackwardTest() {
    long seed = 1;
    for (Parameter parameter : block.parameters("block")) {
      float[] random = NumericGradient.random(parameter.values().length, seed++);
      System.arraycopy(random, 0, parameter.values(), 0, random.length);
    }
  }

  private double loss(Noise noise) {
    state.reserve(block, STARTS, 3, 35);
    System.arraycopy(x, 0, state.x, 0, x.length);
    block.apply(STARTS, 3, state, out, noise, 1, 7);
    double sum = 0;
    for (int i = 0; i < out.length; i++) {
      sum += weights[i] * out[i];
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4})
  void theGradientIsThatOfTheBlock(double rate) {
    Noise noise = Dropout.of(rate, 4, 8);
    loss(noise);
    TransformerBlock gradient = TransformerBlock.zeros(WIDTH, 2, 5);
    float[] d = weights.clone();
    new TransformerBackward(block, gradient).run(STARTS, 3, state, d, noise, 1, 7);
    List<Parameter> parameters = new ArrayList<>(block.parameters("block"));
    parameters.add(new Parameter("x", x, ROWS, WIDTH));
    List<Parameter> gradients = new ArrayList<>(gradient.parameters("block"));
    gradients.add(new Parameter("x", d, ROWS, WIDTH));
    NumericGradient.check(parameters, gradients, () -> loss(noise));
  }
}
