package dev.kindred.internal.neural;

import dev.kindred.internal.math.Kernels;
import java.util.List;
import java.util.stream.Stream;

/**
 * A causal transformer block that normalises first (Xiong et al. 2020): {@code x +=
 * attention(norm(x))}, then {@code x += outer(relu(inner(norm(x))))}.
 */
public record TransformerBlock(
    LayerNorm first, CausalAttention attention, LayerNorm second, Dense inner, Dense outer) {
  /** Places of noise in a block. */
  public static final int SITES = 4;

  public static TransformerBlock zeros(int width, int heads, int inner) {
    return new TransformerBlock(
        LayerNorm.zeros(width),
        CausalAttention.zeros(width, heads),
        LayerNorm.zeros(width),
        Dense.zeros(width, inner),
        Dense.zeros(inner, width));
  }

  public int width() {
    return first.width();
  }

  /**
   * Runs sequences laid one after another.
   *
   * @param starts where each begins, and the end of the last
   * @param state holds the input and receives what happens inside
   * @param out rows of the width; overwritten
   * @param noise at the sites from {@code site}: attention's weights, its output, the hidden layer
   *     and its output
   * @param firstRow the number of the first row in the batch
   */
  public void apply(
      int[] starts,
      int sequences,
      BlockState state,
      float[] out,
      Noise noise,
      int site,
      long firstRow) {
    int width = width();
    int rows = starts[sequences];
    first.apply(rows, state.x, 0, state.firstNormed, 0);
    attention.projection().apply(rows, state.firstNormed, 0, state.qkv, 0);
    int weightsAt = 0;
    for (int s = 0; s < sequences; s++) {
      int n = starts[s + 1] - starts[s];
      attention.attend(
          n,
          state.qkv,
          starts[s] * 3 * width,
          state.weights,
          weightsAt,
          state.attended,
          starts[s] * width,
          state.scratch,
          noise,
          site,
          firstRow + starts[s]);
      weightsAt += attention.weightsSize(n);
    }
    attention.output().apply(rows, state.attended, 0, state.middle, 0);
    noise(noise, site + 1, firstRow, rows, state.middle, width);
    Kernels.get().axpy(1, state.x, 0, state.middle, 0, rows * width);
    second.apply(rows, state.middle, 0, state.secondNormed, 0);
    inner.apply(rows, state.secondNormed, 0, state.hidden, 0);
    Activation.RELU.apply(state.hidden, 0, state.hidden, 0, rows * inner.out());
    noise(noise, site + 2, firstRow, rows, state.hidden, inner.out());
    outer.apply(rows, state.hidden, 0, out, 0);
    noise(noise, site + 3, firstRow, rows, out, width);
    Kernels.get().axpy(1, state.middle, 0, out, 0, rows * width);
  }

  /** Disturbs rows of a buffer. */
  public static void noise(Noise noise, int site, long firstRow, int rows, float[] x, int width) {
    for (int row = 0; row < rows; row++) {
      noise.apply(site, firstRow + row, x, row * width, width);
    }
  }

  public List<Parameter> parameters(String prefix) {
    return Stream.of(
            first.parameters(prefix + ".norm1"),
            attention.parameters(prefix + ".attention"),
            second.parameters(prefix + ".norm2"),
            inner.parameters(prefix + ".inner"),
            outer.parameters(prefix + ".outer"))
        .flatMap(List::stream)
        .toList();
  }
}
