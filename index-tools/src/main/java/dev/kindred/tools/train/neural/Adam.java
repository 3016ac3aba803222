package dev.kindred.tools.train.neural;

import dev.kindred.internal.math.RowParallel;
import dev.kindred.internal.neural.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam (Kingma and Ba 2015), and with a weight decay AdamW (Loshchilov and Hutter 2019), which
 * takes {@code rate·decay} of every weight beside the step.
 */
public final class Adam implements Optimizer {
  private static final double EPSILON = 1e-8;
  private static final int CHUNK = 1 << 16;

  private final List<Parameter> parameters;
  private final double first;
  private final double second;
  private final double decay;
  private final List<Parameter> means = new ArrayList<>();
  private final List<Parameter> squares = new ArrayList<>();
  private final float[] steps = new float[1];

  /** With the paper's averages, of 0.9 and 0.999. */
  public Adam(List<Parameter> parameters, double decay) {
    this(parameters, 0.9, 0.999, decay);
  }

  /**
   * @param first how much of the gradients' average is kept at each step
   * @param second the same of their squares' average
   * @param decay of AdamW; 0 for Adam
   */
  public Adam(List<Parameter> parameters, double first, double second, double decay) {
    this.parameters = List.copyOf(parameters);
    this.first = first;
    this.second = second;
    this.decay = decay;
    for (Parameter p : parameters) {
      means.add(new Parameter("mean." + p.name(), new float[p.values().length], p.shape()));
      squares.add(new Parameter("square." + p.name(), new float[p.values().length], p.shape()));
    }
  }

  @Override
  public void step(List<Parameter> gradients, double rate, int threads) {
    steps[0]++;
    float size = (float) (rate / (1 - Math.pow(first, steps[0])));
    float correction = (float) (1 / (1 - Math.pow(second, steps[0])));
    float keep = (float) (1 - rate * decay);
    for (int p = 0; p < parameters.size(); p++) {
      float[] x = parameters.get(p).values();
      float[] g = gradients.get(p).values();
      float[] m = means.get(p).values();
      float[] v = squares.get(p).values();
      RowParallel.run(
          x.length,
          CHUNK,
          threads,
          (from, to) -> update(from, to, x, g, m, v, size, correction, keep));
    }
  }

  private void update(
      int from,
      int to,
      float[] x,
      float[] g,
      float[] m,
      float[] v,
      float size,
      float correction,
      float keep) {
    float b1 = (float) first;
    float c1 = (float) (1 - first);
    float b2 = (float) second;
    float c2 = (float) (1 - second);
    float epsilon = (float) EPSILON;
    for (int i = from; i < to; i++) {
      m[i] = b1 * m[i] + c1 * g[i];
      v[i] = b2 * v[i] + c2 * g[i] * g[i];
      float root = (float) Math.sqrt(v[i] * correction);
      x[i] = keep * x[i] - size * m[i] / (root + epsilon);
    }
  }

  @Override
  public List<Parameter> state() {
    List<Parameter> state = new ArrayList<>(means);
    state.addAll(squares);
    state.add(new Parameter("steps", steps, 1));
    return state;
  }
}
