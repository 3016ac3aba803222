package dev.kindred.internal.artifact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Writes the Hugging Face safetensors format: 8 bytes of header length, a JSON header padded to
 * eight bytes, then the raw little-endian tensors without gaps, widest elements first so that all
 * are aligned. Equal tensors give equal bytes.
 */
final class SafetensorsWriter {
  private static final int SCRATCH = 1 << 20;

  private final ByteBuffer scratch =
      ByteBuffer.allocateDirect(SCRATCH).order(ByteOrder.LITTLE_ENDIAN);
  private final FileChannel channel;
  private final MessageDigest digest = Digests.sha256();

  private SafetensorsWriter(FileChannel channel) {
    this.channel = channel;
  }

  /** Writes a new file, to the disk, and returns its SHA-256 in hex. */
  static String write(Path file, Map<String, Tensor> tensors) throws IOException {
    List<Map.Entry<String, Tensor>> ordered = new ArrayList<>(tensors.entrySet());
    ordered.sort(
        Comparator.<Map.Entry<String, Tensor>>comparingInt(e -> -e.getValue().type().bytes())
            .thenComparing(Map.Entry::getKey));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      SafetensorsWriter writer = new SafetensorsWriter(channel);
      writer.header(ordered);
      for (Map.Entry<String, Tensor> entry : ordered) {
        writer.data(entry.getValue());
      }
      channel.force(true);
      return HexFormat.of().formatHex(writer.digest.digest());
    }
  }

  private void header(List<Map.Entry<String, Tensor>> ordered) throws IOException {
    ObjectNode header = ArtifactJson.MAPPER.createObjectNode();
    header.putObject("__metadata__").put("format", "kindred");
    long at = 0;
    for (Map.Entry<String, Tensor> entry : ordered) {
      Tensor tensor = entry.getValue();
      ObjectNode node = header.putObject(entry.getKey()).put("dtype", tensor.type().name());
      ArrayNode shape = node.putArray("shape");
      for (long dimension : tensor.shape()) {
        shape.add(dimension);
      }
      long end = at + (long) tensor.size() * tensor.type().bytes();
      node.putArray("data_offsets").add(at).add(end);
      at = end;
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    int padded = (json.length + 7) / 8 * 8;
    ByteBuffer bytes = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(padded).put(json);
    while (bytes.hasRemaining()) {
      bytes.put((byte) ' ');
    }
    emit(bytes.flip());
  }

  private void data(Tensor tensor) throws IOException {
    List<IOException> failure = new ArrayList<>();
    tensor.forEachPiece(
        SCRATCH / 8,
        (chunk, at, done, count) -> {
          scratch.clear().limit(count * tensor.type().bytes());
          fill(chunk, at, count);
          try {
            emit(scratch);
          } catch (IOException e) {
            failure.add(e);
          }
        });
    if (!failure.isEmpty()) {
      throw failure.get(0);
    }
  }

  private void fill(Buffer chunk, int at, int count) {
    switch (chunk) {
      case FloatBuffer f -> scratch.asFloatBuffer().put(0, f, at, count);
      case DoubleBuffer d -> scratch.asDoubleBuffer().put(0, d, at, count);
      case IntBuffer i -> scratch.asIntBuffer().put(0, i, at, count);
      case LongBuffer l -> scratch.asLongBuffer().put(0, l, at, count);
      case ByteBuffer b -> scratch.put(0, b, at, count);
      default -> throw new IllegalStateException("no tensor holds a " + chunk);
    }
  }

  private void emit(ByteBuffer bytes) throws IOException {
    digest.update(bytes.duplicate());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
