package dev.kindred.tools.train.neural.layer;

import static dev.kindred.internal.neural.CausalAttention.BLOCK;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.Transpose;
import dev.kindred.internal.neural.CausalAttention;
import dev.kindred.internal.neural.Noise;
import java.util.Arrays;

/** The backward pass of {@link CausalAttention#attend}. Not thread-safe. */
final class AttentionBackward {
  private final CausalAttention layer;
  private final int width;
  private final int size;
  private float[] values = {};
  private float[] noisy = {};
  private float[] slopes = {};

  AttentionBackward(CausalAttention layer) {
    this.layer = layer;
    this.width = layer.width();
    this.size = width / layer.heads();
  }

  /**
   * The gradient of the projection's rows for one sequence. Parameters are those of {@code attend}.
   *
   * @param dy gradient of the heads' results
   * @param dqkv overwritten, at {@code at}
   */
  void run(
      int n,
      float[] qkv,
      int at,
      float[] weights,
      int wo,
      float[] dy,
      int yo,
      float[] dqkv,
      Noise noise,
      int site,
      long firstRow) {
    int stride = Kernels.padded(n);
    reserve(stride);
    Arrays.fill(dqkv, at, at + n * 3 * width, 0);
    for (int head = 0; head < layer.heads(); head++) {
      int query = at + head * size;
      Transpose.of(n, size, qkv, query + 2 * width, 3 * width, values, stride);
      for (int from = 0; from < n; from += BLOCK) {
        int rows = Math.min(BLOCK, n - from);
        int seen = from + rows;
        int block = wo + (head * n + from) * stride;
        int target = yo + from * width + head * size;
        Kernels kernels = Kernels.get();
        Arrays.fill(slopes, 0, rows * stride, 0);
        kernels.gemm(
            rows,
            Kernels.padded(seen),
            size,
            1,
            dy,
            target,
            width,
            values,
            0,
            stride,
            slopes,
            0,
            stride);
        for (int row = 0; row < rows; row++) {
          long number = (firstRow + from + row) * layer.heads() + head;
          softmax(weights, block, row, from + row + 1, seen, stride, noise, site, number);
        }
        int key = query + width;
        int value = key + width;
        int first = query + from * 3 * width;
        kernels.gemmTransA(
            seen, size, rows, 1, noisy, 0, stride, dy, target, width, dqkv, value, 3 * width);
        float scale = (float) (1 / Math.sqrt(size));
        kernels.gemm(
            rows, size, seen, scale, slopes, 0, stride, qkv, key, 3 * width, dqkv, first,
            3 * width);
        kernels.gemmTransA(
            seen, size, rows, scale, slopes, 0, stride, qkv, first, 3 * width, dqkv, key,
            3 * width);
      }
    }
  }

  /** Turns a row of the weights' gradient into that of the scores, and keeps the noisy weights. */
  private void softmax(
      float[] weights,
      int block,
      int row,
      int visible,
      int seen,
      int stride,
      Noise noise,
      int site,
      long number) {
    int at = row * stride;
    int from = block + at;
    System.arraycopy(weights, from, noisy, at, seen);
    noise.apply(site, number, noisy, at, visible);
    noise.apply(site, number, slopes, at, visible);
    float mean = Kernels.get().dot(weights, from, slopes, at, visible);
    for (int j = 0; j < visible; j++) {
      slopes[at + j] -= mean;
    }
    Kernels.get().multiply(weights, from, slopes, at, visible);
    Arrays.fill(slopes, at + visible, at + seen, 0);
  }

  private void reserve(int stride) {
    if (values.length < size * stride) {
      values = new float[size * stride];
      noisy = new float[BLOCK * stride];
      slopes = new float[BLOCK * stride];
    }
  }
}
