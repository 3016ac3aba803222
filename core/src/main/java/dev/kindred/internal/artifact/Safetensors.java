package dev.kindred.internal.artifact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the Hugging Face safetensors format. Tensors are mapped into memory, in windows of at most
 * 1 GB because one Java buffer cannot hold more than 2, and stay mapped until they are collected.
 */
final class Safetensors {
  private static final int WINDOW = 1 << 30;
  private static final long LONGEST_HEADER = 100_000_000;

  private final Path file;
  private final FileChannel channel;

  private Safetensors(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Verifies the checksum, reading the file once, and maps its tensors.
   *
   * @param sha256 what the file must hash to, in hex
   * @throws ArtifactException naming the file, and the tensor where one is to blame
   */
  static Map<String, Tensor> open(Path file, String sha256) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      String found = Digests.sha256(channel);
      if (!found.equalsIgnoreCase(sha256)) {
        throw new ArtifactException(
            file, "checksum is " + found + ", the manifest says " + sha256 + "; the file changed");
      }
      return map(file, channel);
    } catch (NoSuchFileException e) {
      throw new ArtifactException(file, "no such file, though the manifest names it", e);
    }
  }

  /** The tensors by name, in the order of the header. */
  static Map<String, Tensor> map(Path file, FileChannel channel) throws IOException {
    return new Safetensors(file, channel).tensors();
  }

  private Map<String, Tensor> tensors() throws IOException {
    long length = headerLength();
    JsonNode header = header(length);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      if (!entry.getKey().equals("__metadata__")) {
        tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue(), 8 + length));
      }
    }
    return tensors;
  }

  private long headerLength() throws IOException {
    ByteBuffer bytes = read(0, 8);
    long length = bytes.getLong();
    if (length < 2 || length > Math.min(LONGEST_HEADER, channel.size() - 8)) {
      throw new ArtifactException(file, "not safetensors: a header of " + length + " bytes");
    }
    return length;
  }

  private JsonNode header(long length) throws IOException {
    byte[] json = new byte[(int) length];
    read(8, json.length).get(json);
    try {
      JsonNode header = ArtifactJson.MAPPER.readTree(json);
      if (header.isObject()) {
        return header;
      }
    } catch (JsonProcessingException e) {
      throw new ArtifactException(file, "header: " + e.getOriginalMessage(), e);
    }
    throw new ArtifactException(file, "the header is not a JSON object");
  }

  private ByteBuffer read(long at, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        throw new ArtifactException(file, "ends after " + channel.size() + " bytes");
      }
    }
    return bytes.flip();
  }

  private Tensor tensor(String name, JsonNode node, long start) throws IOException {
    DType type = type(name, node.path("dtype").asText());
    JsonNode dimensions = node.path("shape");
    long[] shape = new long[dimensions.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = dimensions.get(i).asLong(-1);
    }
    long from = node.path("data_offsets").path(0).asLong(-1);
    long to = node.path("data_offsets").path(1).asLong(-1);
    long available = channel.size() - start;
    long bytes = bytes(name, type, shape);
    if (from < 0 || to - from != bytes || to > available) {
      throw new ArtifactException(
          file,
          String.format(
              Locale.ROOT,
              "tensor '%s' %s%s takes %s bytes, but stands at %s to %s of %s",
              name,
              type,
              Shapes.text(shape),
              bytes,
              from,
              to,
              available));
    }
    return new Tensor(type, shape, map(type, start + from, bytes), WINDOW / type.bytes());
  }

  private long bytes(String name, DType type, long[] shape) throws ArtifactException {
    long count = 1;
    for (long dimension : shape) {
      if (dimension < 0 || (dimension > 0 && count > Integer.MAX_VALUE / dimension)) {
        throw new ArtifactException(
            file,
            String.format(
                Locale.ROOT,
                "tensor '%s' has the shape %s; expected at most 2^31-1 elements",
                name,
                Shapes.text(shape)));
      }
      count *= dimension;
    }
    return count * type.bytes();
  }

  private DType type(String name, String text) throws ArtifactException {
    for (DType type : DType.values()) {
      if (type.name().equals(text)) {
        return type;
      }
    }
    throw new ArtifactException(
        file,
        String.format(
            Locale.ROOT, "tensor '%s' has dtype %s; known: F32, F64, I32, I64, U8", name, text));
  }

  private Buffer[] map(DType type, long at, long bytes) throws IOException {
    Buffer[] windows = new Buffer[Math.toIntExact((bytes + WINDOW - 1) / WINDOW)];
    for (int i = 0; i < windows.length; i++) {
      long from = (long) i * WINDOW;
      ByteBuffer window =
          channel
              .map(FileChannel.MapMode.READ_ONLY, at + from, Math.min(WINDOW, bytes - from))
              .order(ByteOrder.LITTLE_ENDIAN);
      windows[i] =
          switch (type) {
            case F32 -> window.asFloatBuffer();
            case F64 -> window.asDoubleBuffer();
            case I32 -> window.asIntBuffer();
            case I64 -> window.asLongBuffer();
            case U8 -> window;
          };
    }
    return windows;
  }
}
