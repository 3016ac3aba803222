package dev.kindred.tools.train.sequence;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.neural.Noise;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.sequence.GruNetwork;
import dev.kindred.tools.train.neural.layer.DenseBackward;
import dev.kindred.tools.train.neural.layer.GruBackward;
import java.util.Arrays;
import java.util.List;

/**
 * Some lanes of GRU4Rec's parallel sessions, over a stretch of steps: forward and backward pass
 * with a gradient of its own. The states after the stretch are where the next one starts; no
 * gradient flows back across that border, nor across the start of a session.
 */
final class GruShard {
  private final GruNetwork network;
  private final GruNetwork gradient;
  private final List<Parameter> gradients;
  private final Objective objective;
  private final int lanes;
  private final int steps;
  private final int width;
  private final float[] x;
  private final float[] dx;

  /** One more step than there are: that before the first. */
  private final float[] states;

  private final float[] gates;
  private final float[] recurrent;
  private final float[] dGates;
  private final float[] dRecurrent;
  private final float[] out;
  private final float[] dOut;
  private final float[] d;
  private final int[] targets;

  GruShard(GruNetwork network, Objective objective, int lanes, int steps) {
    this.network = network;
    this.gradient = GruNetwork.zeros(network.width(), network.items().count());
    this.gradients = gradient.parameters();
    this.objective = objective;
    this.lanes = lanes;
    this.steps = steps;
    this.width = network.width();
    int size = steps * lanes * width;
    x = new float[size];
    dx = new float[size];
    states = new float[size + lanes * width];
    gates = new float[3 * size];
    recurrent = new float[3 * size];
    dGates = new float[3 * size];
    dRecurrent = new float[3 * size];
    out = new float[size];
    dOut = new float[size];
    d = new float[lanes * width];
    targets = new int[steps * lanes];
  }

  List<Parameter> gradients() {
    return gradients;
  }

  /**
   * Leaves the gradient of the stretch's loss.
   *
   * @param stretch what the lanes read
   * @param first of the lanes of the stretch that is ours
   * @param scale of the loss in the gradient
   * @param key of the sampled items
   * @return the sum of the steps' losses
   */
  double run(Stretch stretch, int first, float scale, Noise noise, long key) {
    gradients.forEach(parameter -> Arrays.fill(parameter.values(), 0));
    System.arraycopy(states, steps * lanes * width, states, 0, lanes * width);
    for (int step = 0; step < steps; step++) {
      read(stretch, first, step, noise);
    }
    network.cell().input().apply(steps * lanes, x, 0, gates, 0);
    int rows = 0;
    for (int step = 0; step < steps; step++) {
      advance(stretch, first, step);
      rows = gather(stretch, first, step, noise, rows);
    }
    double loss =
        objective.run(rows, out, targets, scale, dOut, gradient.items(), gradient.bias(), key);
    scatter(stretch, first, noise, rows);
    Arrays.fill(d, 0);
    GruBackward backward = new GruBackward(network.cell());
    for (int step = steps - 1; step >= 0; step--) {
      int at = step * lanes * width;
      Kernels.get().axpy(1, out, at, d, 0, lanes * width);
      backward.step(lanes, states, at, gates, 3 * at, recurrent, 3 * at, d, dGates, dRecurrent);
      for (int lane = 0; lane < lanes; lane++) {
        if (stretch.starts(step, first + lane)) {
          Arrays.fill(d, lane * width, (lane + 1) * width, 0);
        }
      }
    }
    parameters(stretch, first, noise);
    return loss;
  }

  /** The embeddings of what the lanes read. */
  private void read(Stretch stretch, int first, int step, Noise noise) {
    for (int lane = 0; lane < lanes; lane++) {
      int row = (step * lanes + lane) * width;
      int token = stretch.token(step, first + lane);
      if (token < 0) {
        Arrays.fill(x, row, row + width, 0);
      } else {
        network.items().copy(token, 1, x, row);
        noise.apply(0, stretch.number(step, first + lane), x, row, width);
      }
    }
  }

  private void advance(Stretch stretch, int first, int step) {
    int at = step * lanes * width;
    for (int lane = 0; lane < lanes; lane++) {
      if (stretch.starts(step, first + lane)) {
        int row = at + lane * width;
        Arrays.fill(states, row, row + width, 0);
      }
    }
    int next = at + lanes * width;
    network.cell().advance(lanes, states, at, gates, 3 * at, recurrent, 3 * at, states, next);
  }

  /**
   * Keeps the states after a step that have a target, one behind the other: the next step may reset
   * them. Returns how many there are.
   */
  private int gather(Stretch stretch, int first, int step, Noise noise, int before) {
    int rows = before;
    for (int lane = 0; lane < lanes; lane++) {
      if (stretch.token(step, first + lane) >= 0) {
        int from = ((step + 1) * lanes + lane) * width;
        System.arraycopy(states, from, out, rows * width, width);
        noise.apply(1, stretch.number(step, first + lane), out, rows * width, width);
        targets[rows++] = stretch.target(step, first + lane);
      }
    }
    return rows;
  }

  /** The states' gradients, back to their steps and lanes, in {@code out}. */
  private void scatter(Stretch stretch, int first, Noise noise, int rows) {
    int row = rows;
    for (int step = steps - 1; step >= 0; step--) {
      for (int lane = lanes - 1; lane >= 0; lane--) {
        int to = (step * lanes + lane) * width;
        if (stretch.token(step, first + lane) >= 0) {
          row--;
          System.arraycopy(dOut, row * width, out, to, width);
          noise.apply(1, stretch.number(step, first + lane), out, to, width);
        } else {
          Arrays.fill(out, to, to + width, 0);
        }
      }
    }
  }

  private void parameters(Stretch stretch, int first, Noise noise) {
    int rows = steps * lanes;
    DenseBackward.run(network.cell().input(), gradient.cell().input(), rows, x, 0, dGates, 0, dx);
    DenseBackward.parameters(
        network.cell().hidden(), gradient.cell().hidden(), rows, states, 0, dRecurrent, 0);
    for (int step = 0; step < steps; step++) {
      for (int lane = 0; lane < lanes; lane++) {
        int token = stretch.token(step, first + lane);
        int at = (step * lanes + lane) * width;
        if (token >= 0) {
          noise.apply(0, stretch.number(step, first + lane), dx, at, width);
          Kernels.get().axpy(1, dx, at, gradient.items().table(), token * width, width);
        }
      }
    }
  }
}
