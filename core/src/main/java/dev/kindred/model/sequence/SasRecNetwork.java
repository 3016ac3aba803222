package dev.kindred.model.sequence;

import dev.kindred.internal.neural.BlockState;
import dev.kindred.internal.neural.Embedding;
import dev.kindred.internal.neural.LayerNorm;
import dev.kindred.internal.neural.Noise;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.internal.neural.TransformerBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The network of SASRec: item and position embeddings, causal transformer blocks, a last
 * normalisation. What the network thought after each event is there in the one pass over the whole
 * window.
 *
 * @param items one row an item: input and output alike
 * @param positions one row for each event of the window, the oldest first
 * @param rightAligned whether a shorter window takes the last positions; else the first
 */
public record SasRecNetwork(
    Embedding items,
    Embedding positions,
    boolean rightAligned,
    List<TransformerBlock> blocks,
    LayerNorm last) {
  public SasRecNetwork {
    blocks = List.copyOf(blocks);
  }

  public static SasRecNetwork zeros(SasRecModel.Settings settings, int items) {
    int width = settings.factors();
    return new SasRecNetwork(
        Embedding.zeros(items, width),
        Embedding.zeros(settings.length(), width),
        Boolean.TRUE.equals(settings.rightAligned()),
        IntStream.range(0, settings.layers())
            .mapToObj(layer -> TransformerBlock.zeros(width, settings.heads(), settings.inner()))
            .toList(),
        LayerNorm.zeros(width));
  }

  /** The activations of a batch, kept for the backward pass. Not thread-safe. */
  public static final class State {
    /** One for each block; {@code x} of the first is the embedded input. */
    public final List<BlockState> blocks;

    /** The last block's output. */
    public float[] top = {};

    /** What is compared with items: rows of the width. */
    public float[] out = {};

    public State(SasRecNetwork network) {
      blocks = network.blocks.stream().map(block -> new BlockState()).toList();
    }
  }

  public int width() {
    return items.width();
  }

  /**
   * Runs sequences laid one after another.
   *
   * @param tokens the items, sequence after sequence; negative for none, a row of zeros
   * @param starts where each begins, and the end of the last
   * @param noise site 0 is the embedded input, sites from 1 are the blocks'
   * @param firstRow the number of the first row in the batch
   */
  public void apply(
      int[] tokens, int[] starts, int sequences, State state, Noise noise, long firstRow) {
    int rows = starts[sequences];
    reserve(starts, sequences, state);
    embed(tokens, starts, sequences, blocks.isEmpty() ? state.top : state.blocks.get(0).x);
    TransformerBlock.noise(noise, 0, firstRow, rows, input(state), width());
    for (int layer = 0; layer < blocks.size(); layer++) {
      float[] out = layer + 1 < blocks.size() ? state.blocks.get(layer + 1).x : state.top;
      blocks
          .get(layer)
          .apply(starts, sequences, state.blocks.get(layer), out, noise, site(layer), firstRow);
    }
    last.apply(rows, state.top, 0, state.out, 0);
  }

  /** The first site of a block's noise. */
  public static int site(int layer) {
    return 1 + layer * TransformerBlock.SITES;
  }

  /** By how much item embeddings are multiplied on their way in (Vaswani et al. 2017). */
  public float scale() {
    return (float) Math.sqrt(width());
  }

  /** The position of the oldest of so many events. */
  public int firstPosition(int events) {
    return rightAligned ? positions.count() - events : 0;
  }

  private float[] input(State state) {
    return blocks.isEmpty() ? state.top : state.blocks.get(0).x;
  }

  private void embed(int[] tokens, int[] starts, int sequences, float[] x) {
    int width = width();
    float scale = scale();
    for (int s = 0; s < sequences; s++) {
      int first = firstPosition(events(tokens, starts[s], starts[s + 1]));
      for (int row = starts[s]; row < starts[s + 1]; row++) {
        int at = row * width;
        if (tokens[row] < 0) {
          Arrays.fill(x, at, at + width, 0);
          continue;
        }
        items.copy(tokens[row], scale, x, at);
        int position = (first + row - starts[s]) * width;
        for (int j = 0; j < width; j++) {
          x[at + j] += positions.table()[position + j];
        }
      }
    }
  }

  /** Without what fills the end up. */
  private static int events(int[] tokens, int from, int to) {
    int end = to;
    while (end > from && tokens[end - 1] < 0) {
      end--;
    }
    return end - from;
  }

  private void reserve(int[] starts, int sequences, State state) {
    int longest = 0;
    for (int s = 0; s < sequences; s++) {
      longest = Math.max(longest, starts[s + 1] - starts[s]);
    }
    for (int layer = 0; layer < blocks.size(); layer++) {
      state.blocks.get(layer).reserve(blocks.get(layer), starts, sequences, longest);
    }
    int size = starts[sequences] * width();
    if (state.out.length < size) {
      state.top = new float[size];
      state.out = new float[size];
    }
  }

  /** All arrays, in a fixed order, by the names that artifacts use. */
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(items.parameters("item_embeddings"));
    all.addAll(positions.parameters("positions"));
    for (int layer = 0; layer < blocks.size(); layer++) {
      all.addAll(blocks.get(layer).parameters("blocks." + layer));
    }
    all.addAll(last.parameters("norm"));
    return all;
  }
}
