package dev.kindred.tools.train.sequence;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.neural.Noise;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.internal.neural.TransformerBlock;
import dev.kindred.model.sequence.SasRecNetwork;
import dev.kindred.tools.train.neural.layer.LayerNormBackward;
import dev.kindred.tools.train.neural.layer.TransformerBackward;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Forward and backward pass of one part of a batch, with buffers and a gradient of its own. */
final class SasRecShard {
  private final SasRecNetwork network;
  private final SasRecNetwork gradient;
  private final List<Parameter> gradients;
  private final List<TransformerBackward> backward = new ArrayList<>();
  private final SasRecNetwork.State state;
  private final Objective objective;
  private int[] tokens = {};
  private int[] targets = {};
  private int[] starts = {};
  private float[] dOut = {};
  private float[] d = {};

  SasRecShard(SasRecNetwork network, SasRecNetwork gradient, Objective objective) {
    this.network = network;
    this.gradient = gradient;
    this.gradients = gradient.parameters();
    this.objective = objective;
    this.state = new SasRecNetwork.State(network);
    for (int layer = 0; layer < network.blocks().size(); layer++) {
      backward.add(
          new TransformerBackward(network.blocks().get(layer), gradient.blocks().get(layer)));
    }
  }

  List<Parameter> gradients() {
    return gradients;
  }

  /**
   * Leaves the gradient of these sequences' loss.
   *
   * @param length rows of a sequence at most: its last ones
   * @param scale of the loss in the gradient
   * @param firstRow the number of the first row in the batch
   * @param key of the sampled items
   * @return the sum of the rows' losses
   */
  double run(List<int[]> sequences, int length, float scale, Noise noise, long firstRow, long key) {
    gradients.forEach(parameter -> Arrays.fill(parameter.values(), 0));
    int rows = lay(sequences, length);
    if (rows == 0) {
      return 0;
    }
    network.apply(tokens, starts, sequences.size(), state, noise, firstRow);
    double loss = objective.run(rows, state.out, targets, scale, dOut, gradient.items(), null, key);
    Arrays.fill(d, 0, rows * network.width(), 0);
    LayerNormBackward.add(network.last(), gradient.last(), rows, state.top, dOut, d);
    for (int layer = backward.size() - 1; layer >= 0; layer--) {
      backward
          .get(layer)
          .run(
              starts,
              sequences.size(),
              state.blocks.get(layer),
              d,
              noise,
              SasRecNetwork.site(layer),
              firstRow);
    }
    TransformerBlock.noise(noise, 0, firstRow, rows, d, network.width());
    embedding(sequences.size());
    return loss;
  }

  private int lay(List<int[]> sequences, int length) {
    int rows = 0;
    starts = new int[sequences.size() + 1];
    for (int s = 0; s < sequences.size(); s++) {
      rows += Math.min(length, sequences.get(s).length - 1);
      starts[s + 1] = rows;
    }
    if (tokens.length < rows) {
      tokens = new int[rows];
      targets = new int[rows];
      dOut = new float[rows * network.width()];
      d = new float[rows * network.width()];
    }
    for (int s = 0; s < sequences.size(); s++) {
      int[] sequence = sequences.get(s);
      int n = starts[s + 1] - starts[s];
      System.arraycopy(sequence, sequence.length - 1 - n, tokens, starts[s], n);
      System.arraycopy(sequence, sequence.length - n, targets, starts[s], n);
    }
    return rows;
  }

  private void embedding(int sequences) {
    int width = network.width();
    float[] dItems = gradient.items().table();
    float[] dPositions = gradient.positions().table();
    for (int s = 0; s < sequences; s++) {
      int first = network.firstPosition(starts[s + 1] - starts[s]);
      for (int row = starts[s]; row < starts[s + 1]; row++) {
        int at = row * width;
        Kernels.get().axpy(network.scale(), d, at, dItems, tokens[row] * width, width);
        Kernels.get().axpy(1, d, at, dPositions, (first + row - starts[s]) * width, width);
      }
    }
  }
}
