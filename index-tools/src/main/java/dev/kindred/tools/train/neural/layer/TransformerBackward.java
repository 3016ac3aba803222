package dev.kindred.tools.train.neural.layer;

import dev.kindred.internal.neural.Activation;
import dev.kindred.internal.neural.BlockState;
import dev.kindred.internal.neural.Noise;
import dev.kindred.internal.neural.TransformerBlock;

/** The backward pass of {@link TransformerBlock}, with buffers of its own. Not thread-safe. */
public final class TransformerBackward {
  private final TransformerBlock block;
  private final TransformerBlock gradient;
  private final AttentionBackward attention;
  private float[] dWidth = {};
  private float[] dAttended = {};
  private float[] dHidden = {};
  private float[] dQkv = {};

  public TransformerBackward(TransformerBlock block, TransformerBlock gradient) {
    this.block = block;
    this.gradient = gradient;
    this.attention = new AttentionBackward(block.attention());
  }

  /**
   * Turns the gradient of the output into that of the input. Parameters are those of {@link
   * TransformerBlock#apply}.
   *
   * @param d gradient of the output; becomes that of the input
   */
  public void run(
      int[] starts,
      int sequences,
      BlockState state,
      float[] d,
      Noise noise,
      int site,
      long firstRow) {
    int width = block.width();
    int rows = starts[sequences];
    reserve(rows);
    System.arraycopy(d, 0, dWidth, 0, rows * width);
    TransformerBlock.noise(noise, site + 3, firstRow, rows, dWidth, width);
    DenseBackward.run(block.outer(), gradient.outer(), rows, state.hidden, 0, dWidth, 0, dHidden);
    int inner = block.inner().out();
    TransformerBlock.noise(noise, site + 2, firstRow, rows, dHidden, inner);
    Activation.RELU.gradient(state.hidden, 0, state.hidden, 0, dHidden, 0, rows * inner);
    DenseBackward.run(
        block.inner(), gradient.inner(), rows, state.secondNormed, 0, dHidden, 0, dWidth);
    LayerNormBackward.add(block.second(), gradient.second(), rows, state.middle, dWidth, d);

    System.arraycopy(d, 0, dWidth, 0, rows * width);
    TransformerBlock.noise(noise, site + 1, firstRow, rows, dWidth, width);
    DenseBackward.run(
        block.attention().output(),
        gradient.attention().output(),
        rows,
        state.attended,
        0,
        dWidth,
        0,
        dAttended);
    attend(starts, sequences, state, noise, site, firstRow);
    DenseBackward.run(
        block.attention().projection(),
        gradient.attention().projection(),
        rows,
        state.firstNormed,
        0,
        dQkv,
        0,
        dWidth);
    LayerNormBackward.add(block.first(), gradient.first(), rows, state.x, dWidth, d);
  }

  private void attend(
      int[] starts, int sequences, BlockState state, Noise noise, int site, long firstRow) {
    int width = block.width();
    int weightsAt = 0;
    for (int s = 0; s < sequences; s++) {
      int n = starts[s + 1] - starts[s];
      attention.run(
          n,
          state.qkv,
          starts[s] * 3 * width,
          state.weights,
          weightsAt,
          dAttended,
          starts[s] * width,
          dQkv,
          noise,
          site,
          firstRow + starts[s]);
      weightsAt += block.attention().weightsSize(n);
    }
  }

  private void reserve(int rows) {
    if (dWidth.length < rows * block.width()) {
      dWidth = new float[rows * block.width()];
      dAttended = new float[rows * block.width()];
      dHidden = new float[rows * block.inner().out()];
      dQkv = new float[rows * 3 * block.width()];
    }
  }
}
