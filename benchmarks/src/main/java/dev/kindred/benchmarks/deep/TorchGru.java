package dev.kindred.benchmarks.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import dev.kindred.tools.train.neural.Hash;
import dev.kindred.tools.train.neural.loss.NegativeSampler;
import java.util.Arrays;
import java.util.List;

/**
 * GRU4Rec in PyTorch: lanes of histories one behind the other, read by stretches of steps, with the
 * state carried from stretch to stretch. As PyTorch's recurrence cannot start anew within a
 * stretch, it does not: it is spared what resetting states costs.
 */
final class TorchGru implements Peer {
  private final Torch torch;
  private final Plan plan;
  private final int[][] lanes;
  private final NDArray items;
  private final NDArray itemBias;
  private final NDList weights;
  private final NegativeSampler sampler;
  private final float[] shift;
  private final long seed;
  private NDArray state;
  private long drawn;

  /**
   * The network and how it is trained; as our trainer's parameters of the same names.
   *
   * @param negatives sampled for a stretch; 0 for a softmax over all items
   */
  record Plan(
      int factors,
      double dropout,
      double rate,
      int batch,
      int steps,
      int negatives,
      double alpha) {}

  TorchGru(Histories data, Plan plan, long seed) {
    this.plan = plan;
    this.lanes = lanes(data.sequences(), plan);
    this.sampler = new NegativeSampler(counts(data), plan.alpha);
    this.shift = sampler.logExpected(plan.negatives);
    this.seed = seed;
    torch = new Torch(plan.rate, 0.999, seed);
    int d = plan.factors;
    items = torch.normal(1 / Math.sqrt(d), data.items(), d);
    itemBias = torch.zeros(data.items());
    weights =
        new NDList(
            torch.glorot(3L * d, d),
            torch.glorot(3L * d, d),
            torch.zeros(3L * d),
            torch.zeros(3L * d));
    state = torch.constant(new float[plan.batch * d], 1, plan.batch, d);
  }

  private static int[] counts(Histories data) {
    int[] counts = new int[data.items()];
    data.sequences().forEach(sequence -> Arrays.stream(sequence).forEach(item -> counts[item]++));
    return counts;
  }

  /** Each lane's items; all lanes are as long, to a whole stretch. */
  private static int[][] lanes(List<int[]> histories, Plan plan) {
    int[] all = histories.stream().flatMapToInt(Arrays::stream).toArray();
    int stretches = (all.length / plan.batch - 1) / plan.steps;
    int length = stretches * plan.steps + 1;
    int[][] lanes = new int[plan.batch][];
    for (int lane = 0; lane < lanes.length; lane++) {
      lanes[lane] = Arrays.copyOfRange(all, lane * length, (lane + 1) * length);
    }
    return lanes;
  }

  @Override
  public long rows() {
    return (long) lanes.length * (lanes[0].length - 1);
  }

  @Override
  public double epoch() {
    double loss = 0;
    int stretches = (lanes[0].length - 1) / plan.steps;
    for (int stretch = 0; stretch < stretches; stretch++) {
      int first = stretch * plan.steps;
      loss += torch.step(() -> loss(first));
    }
    return loss / stretches;
  }

  private NDArray loss(int first) {
    int rows = plan.batch * plan.steps;
    long[] tokens = new long[rows];
    long[] targets = new long[rows];
    for (int step = 0; step < plan.steps; step++) {
      for (int lane = 0; lane < plan.batch; lane++) {
        tokens[step * plan.batch + lane] = lanes[lane][first + step];
        targets[step * plan.batch + lane] = lanes[lane][first + step + 1];
      }
    }
    NDArray x = Torch.embedding(items, torch.integers(tokens, plan.steps, plan.batch));
    x = Torch.dropout(x, plan.dropout);
    NDList result = x.getNDArrayInternal().gru(x, state, weights, true, 1, 0, true, false, false);
    carry(result.get(1));
    NDArray out = Torch.dropout(result.get(0), plan.dropout).reshape(rows, plan.factors);
    NDArray right = torch.integers(targets, rows);
    return plan.negatives == 0
        ? Torch.crossEntropy(Torch.linear(out, items, itemBias), right)
        : sampled(out, right);
  }

  private NDArray sampled(NDArray out, NDArray targets) {
    int[] sample = sampler.draw(Hash.of(seed, drawn++), plan.negatives);
    float[] expected = new float[sample.length];
    for (int i = 0; i < sample.length; i++) {
      expected[i] = shift[sample[i]];
    }
    return torch.sampledCrossEntropy(
        out,
        items,
        itemBias,
        targets,
        torch.integers(Arrays.stream(sample).asLongStream().toArray(), sample.length),
        expected);
  }

  /** Keeps the state for the next stretch, without its past. */
  private void carry(NDArray last) {
    NDArray before = state;
    state = last.stopGradient().duplicate();
    NDScope.unregister(state);
    before.close();
  }

  @Override
  public String version() {
    return torch.version();
  }

  @Override
  public void close() {
    torch.close();
  }
}
