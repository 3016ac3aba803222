package dev.kindred.benchmarks.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * SASRec in PyTorch, of one head. Sequences of a batch are padded behind to the longest, so that
 * the causal mask is all that attention needs; scores, the dearest part, are computed for true rows
 * alone.
 */
final class TorchSasRec implements Peer {
  private static final double SPREAD = 0.02;

  private final Torch torch;
  private final List<int[]> histories;
  private final Plan plan;
  private final SplittableRandom random;
  private final NDArray items;
  private final NDArray positions;
  private final List<Block> blocks = new ArrayList<>();
  private final NDArray lastGain;
  private final NDArray lastBias;
  private final NDArray mask;

  /** The network and how it is trained; as our trainer's parameters of the same names. */
  record Plan(int factors, int length, int layers, double dropout, double rate, int batch) {}

  private record Block(
      NDArray gain1,
      NDArray bias1,
      NDArray qkv,
      NDArray qkvBias,
      NDArray output,
      NDArray outputBias,
      NDArray gain2,
      NDArray bias2,
      NDArray inner,
      NDArray innerBias,
      NDArray outer,
      NDArray outerBias) {}

  TorchSasRec(Histories data, Plan plan, long seed) {
    this.plan = plan;
    this.random = new SplittableRandom(seed);
    this.histories =
        data.sequences().stream()
            .filter(sequence -> sequence.length > 1)
            .map(sequence -> Histories.last(sequence, plan.length))
            .toList();
    torch = new Torch(plan.rate, 0.98, seed);
    int d = plan.factors;
    items = torch.normal(SPREAD, data.items(), d);
    positions = torch.normal(SPREAD, plan.length, d);
    for (int layer = 0; layer < plan.layers; layer++) {
      blocks.add(
          new Block(
              torch.ones(d),
              torch.zeros(d),
              torch.glorot(3L * d, d),
              torch.zeros(3L * d),
              torch.glorot(d, d),
              torch.zeros(d),
              torch.ones(d),
              torch.zeros(d),
              torch.glorot(d, d),
              torch.zeros(d),
              torch.glorot(d, d),
              torch.zeros(d)));
    }
    lastGain = torch.ones(d);
    lastBias = torch.zeros(d);
    mask = torch.constant(causal(plan.length), plan.length, plan.length);
  }

  private static float[] causal(int length) {
    float[] mask = new float[length * length];
    for (int row = 0; row < length; row++) {
      Arrays.fill(mask, row * length + row + 1, (row + 1) * length, Float.NEGATIVE_INFINITY);
    }
    return mask;
  }

  @Override
  public double epoch() {
    List<int[]> order = new ArrayList<>(histories);
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, random.nextInt(i + 1));
    }
    double loss = 0;
    long rows = 0;
    for (int from = 0; from < order.size(); from += plan.batch) {
      List<int[]> batch = order.subList(from, Math.min(order.size(), from + plan.batch));
      int n = batch.stream().mapToInt(sequence -> sequence.length - 1).sum();
      loss += n * torch.step(() -> loss(batch, n));
      rows += n;
    }
    return loss / rows;
  }

  @Override
  public long rows() {
    return histories.stream().mapToLong(sequence -> sequence.length - 1).sum();
  }

  private NDArray loss(List<int[]> batch, int rows) {
    int longest = batch.stream().mapToInt(sequence -> sequence.length - 1).max().orElseThrow();
    int size = batch.size();
    long[] tokens = new long[size * longest];
    long[] places = new long[size * longest];
    long[] kept = new long[rows];
    long[] targets = new long[rows];
    int row = 0;
    for (int s = 0; s < size; s++) {
      int[] sequence = batch.get(s);
      int n = sequence.length - 1;
      for (int i = 0; i < n; i++) {
        int at = s * longest + i;
        tokens[at] = sequence[i];
        places[at] = plan.length - n + i;
        kept[row] = at;
        targets[row++] = sequence[i + 1];
      }
    }
    NDArray x =
        Torch.embedding(items, torch.integers(tokens, size, longest))
            .mul((float) Math.sqrt(plan.factors))
            .add(Torch.embedding(positions, torch.integers(places, size, longest)));
    x = Torch.dropout(x, plan.dropout);
    NDArray seen = mask.get(":" + longest + ", :" + longest);
    for (Block block : blocks) {
      x = apply(block, x, seen);
    }
    NDArray all = x.reshape((long) size * longest, plan.factors);
    NDArray out =
        Torch.layerNorm(Torch.embedding(all, torch.integers(kept, rows)), lastGain, lastBias);
    return Torch.crossEntropy(Torch.linear(out, items, null), torch.integers(targets, rows));
  }

  private NDArray apply(Block block, NDArray x, NDArray seen) {
    NDArray normed = Torch.layerNorm(x, block.gain1, block.bias1);
    NDList parts = Torch.linear(normed, block.qkv, block.qkvBias).split(3, 2);
    NDArray query = parts.get(0).mul((float) (1 / Math.sqrt(plan.factors)));
    NDArray weights = query.matMul(parts.get(1).swapAxes(1, 2)).addi(seen).softmax(2);
    NDArray attended = Torch.dropout(weights, plan.dropout).matMul(parts.get(2));
    NDArray output = Torch.linear(attended, block.output, block.outputBias);
    NDArray middle = Torch.dropout(output, plan.dropout).addi(x);
    NDArray second = Torch.layerNorm(middle, block.gain2, block.bias2);
    NDArray inner = Torch.linear(second, block.inner, block.innerBias);
    NDArray hidden = Torch.dropout(inner.getNDArrayInternal().relu(), plan.dropout);
    NDArray outer = Torch.linear(hidden, block.outer, block.outerBias);
    return Torch.dropout(outer, plan.dropout).addi(middle);
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
