package dev.kindred.tools.train.neural;

import dev.kindred.internal.neural.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * The moving average of a network over its steps, in which what the last batches did by chance
 * cancels out (Polyak and Juditsky 1992; exponential as in Kingma and Ba 2015, section 7.2). It is
 * this one that is validated and served; training goes on with the other. Not thread-safe.
 */
public final class Average {
  /** Steps by which the average's memory grows to its full length. */
  private static final int WARMUP = 10;

  private final List<Parameter> network;
  private final List<Parameter> average;
  private final double keep;
  private final float[] steps = new float[1];

  /**
   * @param network what is trained
   * @param average receives the average: parameters of the same names and shapes
   * @param keep how much of the average is kept at a step, 0 to below 1; the first steps keep less,
   *     so that the start is soon forgotten
   */
  public Average(List<Parameter> network, List<Parameter> average, double keep) {
    this.network = List.copyOf(network);
    this.average = List.copyOf(average);
    this.keep = keep;
    move(1);
  }

  /** Takes in the network as it is after a step. */
  public void update() {
    float t = ++steps[0];
    move((float) (1 - Math.min(keep, t / (t + WARMUP))));
  }

  private void move(float share) {
    for (int p = 0; p < network.size(); p++) {
      float[] now = network.get(p).values();
      float[] mean = average.get(p).values();
      for (int i = 0; i < now.length; i++) {
        mean[i] = share == 1 ? now[i] : mean[i] + share * (now[i] - mean[i]);
      }
    }
  }

  /** What has to be kept to go on another day beside the average: the network that is trained. */
  public List<Parameter> state() {
    List<Parameter> state = new ArrayList<>();
    network.forEach(p -> state.add(new Parameter("trained." + p.name(), p.values(), p.shape())));
    state.add(new Parameter("trained.steps", steps, 1));
    return state;
  }
}
