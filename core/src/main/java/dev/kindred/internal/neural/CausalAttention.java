package dev.kindred.internal.neural;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.Transpose;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Multi-head self-attention in which a position sees itself and those before it (Vaswani et al.
 * 2017). Works in blocks of rows, so that only the lower triangle is computed.
 *
 * @param heads divides the width
 * @param projection from the width to query, key and value side by side: three times the width
 * @param output from the heads' results to the width
 */
public record CausalAttention(int heads, Dense projection, Dense output) {
  /** Rows of queries at a time; a multiple of the kernels' tiles. */
  public static final int BLOCK = 32;

  public static CausalAttention zeros(int width, int heads) {
    return new CausalAttention(heads, Dense.zeros(width, 3 * width), Dense.zeros(width, width));
  }

  public int width() {
    return output.out();
  }

  /** Floats that the weights of a sequence of n rows take. */
  public int weightsSize(int n) {
    return heads * n * Kernels.padded(n);
  }

  /** Floats that {@link #attend} needs as scratch for a sequence of n rows. */
  public int scratchSize(int n) {
    return (width() / heads + BLOCK) * Kernels.padded(n);
  }

  /**
   * The heads' results for one sequence, before {@link #output}.
   *
   * @param n rows; with a multiple of 8 nothing is allocated
   * @param qkv rows of the projection
   * @param weights receives the softmax of each head, n rows of {@code padded(n)} a head, zero
   *     where a position does not see
   * @param y rows of the width; overwritten
   * @param noise on the weights; {@code site} has a row for each head and row of the sequence
   * @param firstRow the number of the sequence's first row in the batch
   */
  public void attend(
      int n,
      float[] qkv,
      int at,
      float[] weights,
      int wo,
      float[] y,
      int yo,
      float[] scratch,
      Noise noise,
      int site,
      long firstRow) {
    int width = width();
    int size = width / heads;
    int stride = Kernels.padded(n);
    Arrays.fill(y, yo, yo + n * width, 0);
    for (int head = 0; head < heads; head++) {
      int query = at + head * size;
      Transpose.of(n, size, qkv, query + width, 3 * width, scratch, stride);
      int ho = wo + head * n * stride;
      for (int from = 0; from < n; from += BLOCK) {
        int rows = Math.min(BLOCK, n - from);
        weigh(from, rows, size, qkv, query, scratch, weights, ho, stride);
        int blockAt = size * stride;
        int seen = from + rows;
        for (int row = 0; row < rows; row++) {
          System.arraycopy(
              weights, ho + (from + row) * stride, scratch, blockAt + row * stride, seen);
          long number = (firstRow + from + row) * heads + head;
          noise.apply(site, number, scratch, blockAt + row * stride, from + row + 1);
        }
        int value = query + 2 * width;
        int target = yo + from * width + head * size;
        Kernels.get()
            .gemm(
                rows, size, seen, 1, scratch, blockAt, stride, qkv, value, 3 * width, y, target,
                width);
      }
    }
  }

  /** Softmax of the scaled products of a block of queries with the keys each may see. */
  private void weigh(
      int from,
      int rows,
      int size,
      float[] qkv,
      int query,
      float[] keys,
      float[] weights,
      int wo,
      int stride) {
    int width = width();
    int block = wo + from * stride;
    int columns = Math.min(stride, Kernels.padded(from + rows));
    Arrays.fill(weights, block, block + rows * stride, 0);
    float scale = (float) (1 / Math.sqrt(size));
    int q = query + from * 3 * width;
    Kernels.get()
        .gemm(
            rows, columns, size, scale, qkv, q, 3 * width, keys, 0, stride, weights, block, stride);
    for (int row = 0; row < rows; row++) {
      int at = block + row * stride;
      int seen = from + row + 1;
      float sum = Kernels.get().exp(Kernels.get().max(weights, at, seen), weights, at, seen);
      Kernels.get().scale(1 / sum, weights, at, seen);
      Arrays.fill(weights, at + seen, at + columns, 0);
    }
  }

  public List<Parameter> parameters(String prefix) {
    return Stream.of(projection.parameters(prefix + ".qkv"), output.parameters(prefix + ".output"))
        .flatMap(List::stream)
        .toList();
  }
}
