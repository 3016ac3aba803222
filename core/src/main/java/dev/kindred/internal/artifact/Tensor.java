package dev.kindred.internal.artifact;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Locale;

/**
 * An array of numbers with a shape, row-major, on the heap or in a memory-mapped file. Holds at
 * most 2³¹−1 elements; their bytes may exceed 2 GB. Immutable by agreement: arrays are shared, not
 * copied. Thread-safe.
 */
public final class Tensor {
  private final DType type;
  private final long[] shape;
  private final int size;
  private final Buffer[] chunks;
  private final int chunk;

  /** Buffers of the type's own kind, each with {@code chunk} elements but for the last. */
  Tensor(DType type, long[] shape, Buffer[] chunks, int chunk) {
    this.type = type;
    this.shape = shape.clone();
    this.size = Math.toIntExact(count(shape));
    this.chunks = chunks;
    this.chunk = chunk;
  }

  private static Tensor wrap(DType type, Buffer all, long[] shape) {
    long[] given = shape.length == 0 ? new long[] {all.capacity()} : shape;
    if (count(given) != all.capacity()) {
      throw new IllegalArgumentException(
          all.capacity() + " elements do not fill the shape " + Shapes.text(given));
    }
    return new Tensor(type, given, new Buffer[] {all}, Math.max(1, all.capacity()));
  }

  /**
   * @param shape one dimension after another; a plain list when absent
   */
  public static Tensor of(float[] values, long... shape) {
    return wrap(DType.F32, FloatBuffer.wrap(values), shape);
  }

  public static Tensor of(double[] values, long... shape) {
    return wrap(DType.F64, DoubleBuffer.wrap(values), shape);
  }

  public static Tensor of(int[] values, long... shape) {
    return wrap(DType.I32, IntBuffer.wrap(values), shape);
  }

  public static Tensor of(long[] values, long... shape) {
    return wrap(DType.I64, LongBuffer.wrap(values), shape);
  }

  public static Tensor of(byte[] values, long... shape) {
    return wrap(DType.U8, ByteBuffer.wrap(values), shape);
  }

  static long count(long[] shape) {
    long count = 1;
    for (long dimension : shape) {
      count = Math.multiplyExact(count, dimension);
    }
    return count;
  }

  public DType type() {
    return type;
  }

  /** A copy of the dimensions. */
  public long[] shape() {
    return shape.clone();
  }

  /** How many elements there are. */
  public int size() {
    return size;
  }

  /** All elements of an F32 tensor; the array itself when it is on the heap. */
  public float[] floats() {
    return onHeap() ? ((FloatBuffer) chunks[0]).array() : floats(0, size);
  }

  /** A copy of {@code count} elements of an F32 tensor. */
  public float[] floats(int from, int count) {
    float[] copy = new float[count];
    copy(from, count, (part, at, to, n) -> ((FloatBuffer) part).get(at, copy, to, n));
    return copy;
  }

  /** All elements of an F64 tensor; the array itself when it is on the heap. */
  public double[] doubles() {
    return onHeap() ? ((DoubleBuffer) chunks[0]).array() : doubles(0, size);
  }

  /** A copy of {@code count} elements of an F64 tensor. */
  public double[] doubles(int from, int count) {
    double[] copy = new double[count];
    copy(from, count, (part, at, to, n) -> ((DoubleBuffer) part).get(at, copy, to, n));
    return copy;
  }

  /** All elements of an I32 tensor; the array itself when it is on the heap. */
  public int[] ints() {
    return onHeap() ? ((IntBuffer) chunks[0]).array() : ints(0, size);
  }

  /** A copy of {@code count} elements of an I32 tensor. */
  public int[] ints(int from, int count) {
    int[] copy = new int[count];
    copy(from, count, (part, at, to, n) -> ((IntBuffer) part).get(at, copy, to, n));
    return copy;
  }

  /** All elements of an I64 tensor; the array itself when it is on the heap. */
  public long[] longs() {
    if (onHeap()) {
      return ((LongBuffer) chunks[0]).array();
    }
    long[] copy = new long[size];
    copy(0, size, (part, at, to, n) -> ((LongBuffer) part).get(at, copy, to, n));
    return copy;
  }

  /** All elements of a U8 tensor; the array itself when it is on the heap. */
  public byte[] bytes() {
    if (onHeap()) {
      return ((ByteBuffer) chunks[0]).array();
    }
    byte[] copy = new byte[size];
    copy(0, size, (part, at, to, n) -> ((ByteBuffer) part).get(at, copy, to, n));
    return copy;
  }

  private boolean onHeap() {
    return chunks.length == 1 && chunks[0].hasArray();
  }

  /** Visits the elements in order, as pieces of at most {@code most} elements. */
  void forEachPiece(int most, Piece piece) {
    for (int from = 0; from < size; from += most) {
      copy(from, Math.min(most, size - from), piece);
      if (size - from <= most) {
        return;
      }
    }
  }

  private void copy(int from, int count, Piece piece) {
    if (from < 0 || count < 0 || count > size - from) {
      throw new IndexOutOfBoundsException(
          String.format(
              Locale.ROOT, "elements %s to %s of a tensor of %s", from, (long) from + count, size));
    }
    int done = 0;
    while (done < count) {
      int at = (from + done) % chunk;
      int n = Math.min(count - done, chunk - at);
      piece.accept(chunks[(from + done) / chunk], at, done, n);
      done += n;
    }
  }

  /** Takes {@code count} elements of a chunk, from {@code at}; {@code to} of them came before. */
  @FunctionalInterface
  interface Piece {
    void accept(Buffer chunk, int at, int to, int count);
  }
}
