package dev.kindred.internal.neural;

import dev.kindred.internal.math.Kernels;
import java.util.List;
import java.util.stream.Stream;

/**
 * One step of a gated recurrent unit (Cho et al. 2014, in the form of cuDNN and PyTorch): {@code h′
 * = (1 − z)·tanh(a + r·b) + z·h}, where reset, update and candidate come from the input and the
 * hidden state by one dense layer each, side by side.
 *
 * @param input from the input to three times the width: reset r, update z, candidate a
 * @param hidden from the state to three times the width: reset r, update z, candidate b
 */
public record GruCell(Dense input, Dense hidden) {

  public static GruCell zeros(int in, int width) {
    return new GruCell(Dense.zeros(in, 3 * width), Dense.zeros(width, 3 * width));
  }

  /** Of the hidden state. */
  public int width() {
    return hidden.in();
  }

  /**
   * One step of so many rows.
   *
   * @param x rows of the input
   * @param h rows of the state before
   * @param gates receives rows of three widths: r, z and the candidate after its tanh
   * @param recurrent receives rows of three widths, of which the last is b
   * @param next receives rows of the state after; may be {@code h}
   */
  public void apply(
      int rows,
      float[] x,
      int xo,
      float[] h,
      int ho,
      float[] gates,
      int go,
      float[] recurrent,
      int ro,
      float[] next,
      int no) {
    input.apply(rows, x, xo, gates, go);
    advance(rows, h, ho, gates, go, recurrent, ro, next, no);
  }

  /**
   * One step of so many rows whose inputs went through {@link #input} before, which many steps can
   * do at once. Parameters are those of {@link #apply}.
   *
   * @param gates holds the input layer's output
   */
  public void advance(
      int rows,
      float[] h,
      int ho,
      float[] gates,
      int go,
      float[] recurrent,
      int ro,
      float[] next,
      int no) {
    int width = width();
    Kernels kernels = Kernels.get();
    hidden.apply(rows, h, ho, recurrent, ro);
    for (int row = 0; row < rows; row++) {
      int reset = go + row * 3 * width;
      int update = reset + width;
      int candidate = update + width;
      int r = ro + row * 3 * width;
      int before = ho + row * width;
      int after = no + row * width;
      kernels.axpy(1, recurrent, r, gates, reset, 2 * width);
      Activation.SIGMOID.apply(gates, reset, gates, reset, 2 * width);
      kernels.addProduct(1, gates, reset, recurrent, r + 2 * width, gates, candidate, width);
      Activation.TANH.apply(gates, candidate, gates, candidate, width);
      blend(gates, update, gates, candidate, h, before, next, after, width);
    }
  }

  /** next = (1 − share)·x + share·y; next may be y. */
  private static void blend(
      float[] share, int so, float[] x, int xo, float[] y, int yo, float[] next, int no, int n) {
    Kernels kernels = Kernels.get();
    System.arraycopy(y, yo, next, no, n);
    kernels.axpy(-1, x, xo, next, no, n);
    kernels.multiply(share, so, next, no, n);
    kernels.axpy(1, x, xo, next, no, n);
  }

  public List<Parameter> parameters(String prefix) {
    return Stream.of(input.parameters(prefix + ".input"), hidden.parameters(prefix + ".hidden"))
        .flatMap(List::stream)
        .toList();
  }
}
