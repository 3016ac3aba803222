package dev.kindred.rank.combine.trees;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A forest as text: base 64 of deflated bytes, big-endian: the layout's version, whether sums are
 * single, features, base, the numbers of trees, nodes and leaves, the arrays one after another, and
 * the CRC-32 of all before it, so that a changed or shortened string is noticed.
 */
final class ForestBytes {
  private static final int VERSION = 1;

  private static final int HEADER = 5 * Integer.BYTES + 1 + Double.BYTES;

  /** Bytes; far more than a ranking has use for. */
  private static final int MOST = 1 << 26;

  private ForestBytes() {}

  static String write(Forest forest) {
    try {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(packed))) {
        byte[] content = content(forest);
        out.write(content);
        out.writeLong(checksum(content, content.length));
      }
      return Base64.getEncoder().encodeToString(packed.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] content(Forest forest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(VERSION);
    out.writeBoolean(forest.single);
    out.writeInt(forest.features);
    out.writeDouble(forest.base);
    out.writeInt(forest.roots.length);
    out.writeInt(forest.thresholds.length);
    out.writeInt(forest.leaves.length);
    for (int root : forest.roots) {
      out.writeInt(root);
    }
    for (int node : forest.nodes) {
      out.writeInt(node);
    }
    for (double threshold : forest.thresholds) {
      out.writeDouble(threshold);
    }
    for (float mean : forest.means) {
      out.writeFloat(mean);
    }
    for (double leaf : forest.leaves) {
      out.writeDouble(leaf);
    }
    return bytes.toByteArray();
  }

  private static long checksum(byte[] content, int length) {
    CRC32 crc = new CRC32();
    crc.update(content, 0, length);
    return crc.getValue();
  }

  static Forest read(String text) {
    byte[] content;
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
      content = in.readNBytes(MOST);
    } catch (IOException | IllegalArgumentException e) {
      throw broken("it cannot be unpacked: " + e.getMessage(), e);
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
      return read(in, content);
    } catch (IOException e) {
      throw broken("it ends too early", e);
    }
  }

  private static Forest read(DataInputStream in, byte[] content) throws IOException {
    int version = in.readInt();
    if (version != VERSION) {
      throw broken("its layout is " + version + ", this release reads " + VERSION, null);
    }
    boolean single = in.readBoolean();
    int features = in.readInt();
    double base = in.readDouble();
    int trees = in.readInt();
    int size = in.readInt();
    int leafCount = in.readInt();
    requireLength(content.length, trees, size, leafCount);
    int[] roots = new int[trees];
    int[] nodes = new int[Forest.STRIDE * size];
    double[] thresholds = new double[size];
    float[] means = new float[size];
    double[] leaves = new double[leafCount];
    fill(in, roots);
    fill(in, nodes);
    fill(in, thresholds);
    for (int i = 0; i < means.length; i++) {
      means[i] = in.readFloat();
    }
    fill(in, leaves);
    if (in.readLong() != checksum(content, content.length - Long.BYTES)) {
      throw broken("its checksum does not fit its content", null);
    }
    return new Forest(single, features, base, roots, nodes, thresholds, means, leaves);
  }

  /** So that a broken count asks for no memory. */
  private static void requireLength(int length, int trees, int size, int leaves) {
    long expected =
        HEADER
            + (long) Integer.BYTES * trees
            + (long) size * (Forest.STRIDE * Integer.BYTES + Double.BYTES + Float.BYTES)
            + (long) Double.BYTES * leaves
            + Long.BYTES;
    if (trees < 0 || size < 0 || leaves < 0 || expected != length) {
      throw broken(
          String.format(
              Locale.ROOT,
              "it speaks of %d trees with %d nodes and %d leaves, and has %d bytes",
              trees,
              size,
              leaves,
              length),
          null);
    }
  }

  private static void fill(DataInputStream in, int[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
  }

  private static void fill(DataInputStream in, double[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
  }

  private static IllegalArgumentException broken(String why, Exception cause) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "the text of the forest is not what was written: %s; install the model again",
            why),
        cause);
  }
}
