package dev.kindred.tools.train.neural;

import dev.kindred.internal.math.RowParallel;
import dev.kindred.internal.neural.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * Adagrad (Duchi, Hazan and Singer 2011), with the momentum that GRU4Rec adds to it: {@code m =
 * momentum·m + rate·g/√Σg²}, which is what moves the parameter.
 */
public final class Adagrad implements Optimizer {
  private static final float EPSILON = 1e-6f;
  private static final int CHUNK = 1 << 16;

  private final List<Parameter> parameters;
  private final float momentum;
  private final List<Parameter> squares = new ArrayList<>();
  private final List<Parameter> moves = new ArrayList<>();

  /**
   * @param momentum 0 for plain Adagrad
   */
  public Adagrad(List<Parameter> parameters, double momentum) {
    this.parameters = List.copyOf(parameters);
    this.momentum = (float) momentum;
    for (Parameter p : parameters) {
      squares.add(new Parameter("square." + p.name(), new float[p.values().length], p.shape()));
      moves.add(new Parameter("move." + p.name(), new float[p.values().length], p.shape()));
    }
  }

  @Override
  public void step(List<Parameter> gradients, double rate, int threads) {
    for (int p = 0; p < parameters.size(); p++) {
      float[] x = parameters.get(p).values();
      float[] g = gradients.get(p).values();
      float[] square = squares.get(p).values();
      float[] move = moves.get(p).values();
      float size = (float) rate;
      RowParallel.run(
          x.length,
          CHUNK,
          threads,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              square[i] += g[i] * g[i];
              move[i] = momentum * move[i] + size * g[i] / (float) Math.sqrt(square[i] + EPSILON);
              x[i] -= move[i];
            }
          });
    }
  }

  @Override
  public List<Parameter> state() {
    List<Parameter> state = new ArrayList<>(squares);
    state.addAll(moves);
    return state;
  }
}
