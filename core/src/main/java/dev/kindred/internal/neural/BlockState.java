package dev.kindred.internal.neural;

/** The buffers of one {@link TransformerBlock}, grown as needed. Not thread-safe. */
public final class BlockState {
  /** The input, rows of the width. */
  public float[] x = {};

  public float[] firstNormed = {};
  public float[] qkv = {};

  /** Attention's weights, sequence after sequence, head after head. */
  public float[] weights = {};

  public float[] attended = {};

  /** Between attention and the dense layers. */
  public float[] middle = {};

  public float[] secondNormed = {};

  /** Behind the activation and its noise. */
  public float[] hidden = {};

  float[] scratch = {};

  /**
   * Makes room; contents are lost.
   *
   * @param longest rows of the longest sequence
   */
  public void reserve(TransformerBlock block, int[] starts, int sequences, int longest) {
    int rows = starts[sequences];
    int width = block.width();
    if (x.length < rows * width) {
      x = new float[rows * width];
      firstNormed = new float[rows * width];
      qkv = new float[rows * 3 * width];
      attended = new float[rows * width];
      middle = new float[rows * width];
      secondNormed = new float[rows * width];
      hidden = new float[rows * block.inner().out()];
    }
    int size = 0;
    for (int s = 0; s < sequences; s++) {
      size += block.attention().weightsSize(starts[s + 1] - starts[s]);
    }
    if (weights.length < size) {
      weights = new float[size];
    }
    if (scratch.length < block.attention().scratchSize(longest)) {
      scratch = new float[block.attention().scratchSize(longest)];
    }
  }
}
