package dev.kindred.tools.train.neural.layer;

import dev.kindred.internal.neural.GruCell;

/** The backward pass of one step of {@link GruCell}. Not thread-safe. */
public final class GruBackward {
  private final GruCell cell;
  private final float[] transposed;

  /** For the cell as it is now: its recurrent weights are copied. */
  public GruBackward(GruCell cell) {
    this.cell = cell;
    this.transposed = DenseBackward.transposed(cell.hidden());
  }

  /**
   * Turns the gradient of the state after a step into those of the state before it and of both
   * dense layers' outputs. {@link DenseBackward} makes parameters' gradients of the latter, for
   * many steps at once. Parameters are those of {@link GruCell#apply}.
   *
   * @param d gradient of the state after; becomes that of the state before
   * @param dGates receives rows of three widths: the gradient of the input layer's output
   * @param dRecurrent the same of the hidden layer's
   */
  public void step(
      int rows,
      float[] h,
      int ho,
      float[] gates,
      int go,
      float[] recurrent,
      int ro,
      float[] d,
      float[] dGates,
      float[] dRecurrent) {
    int width = cell.width();
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < width; j++) {
        int g = row * 3 * width + j;
        float reset = gates[go + g];
        float update = gates[go + g + width];
        float candidate = gates[go + g + 2 * width];
        int at = row * width + j;
        float slope = d[at] * (1 - update) * (1 - candidate * candidate);
        float dReset = slope * recurrent[ro + g + 2 * width] * reset * (1 - reset);
        float dUpdate = d[at] * (h[ho + at] - candidate) * update * (1 - update);
        dGates[go + g] = dReset;
        dGates[go + g + width] = dUpdate;
        dGates[go + g + 2 * width] = slope;
        dRecurrent[ro + g] = dReset;
        dRecurrent[ro + g + width] = dUpdate;
        dRecurrent[ro + g + 2 * width] = slope * reset;
        d[at] *= update;
      }
    }
    DenseBackward.addInput(cell.hidden(), transposed, rows, dRecurrent, ro, d, 0);
  }
}
