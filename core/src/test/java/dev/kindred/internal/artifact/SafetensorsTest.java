package dev.kindred.internal.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
  @TempDir Path folder;

  /** A file as another program would write it. */
  private Path foreign(String header, int bytes) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer content =
        ByteBuffer.allocate(8 + json.length + bytes).order(ByteOrder.LITTLE_ENDIAN);
    content.putLong(json.length).put(json);
    for (int i = 0; i < bytes; i++) {
      content.put((byte) i);
    }
    return Files.write(folder.resolve("foreign.safetensors"), content.array());
  }

  private static Map<String, Tensor> open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return Safetensors.open(file, Digests.sha256(channel));
    }
  }

  @Test
  void returnsWhatWasWritten() throws IOException {
    Path file = folder.resolve("model.safetensors");
    Map<String, Tensor> written =
        Map.of(
            "floats", Tensor.of(new float[] {1, 2, 3, 4, 5, Float.MIN_VALUE}, 2, 3),
            "doubles", Tensor.of(new double[] {Math.PI, Double.NEGATIVE_INFINITY}),
            "ints", Tensor.of(new int[] {Integer.MIN_VALUE, 7, 9}),
            "longs", Tensor.of(new long[] {Long.MAX_VALUE}),
            "bytes", Tensor.of(new byte[] {1, -1, 3}),
            "nothing", Tensor.of(new float[0], 0, 8));
    String sha256 = SafetensorsWriter.write(file, written);
    Map<String, Tensor> read = Safetensors.open(file, sha256);
    assertThat(read).containsOnlyKeys(written.keySet());
    assertThat(read.get("floats").shape()).containsExactly(2, 3);
    assertThat(read.get("floats").floats()).containsExactly(1, 2, 3, 4, 5, Float.MIN_VALUE);
    assertThat(read.get("floats").floats(2, 3)).containsExactly(3, 4, 5);
    assertThat(read.get("doubles").doubles()).containsExactly(Math.PI, Double.NEGATIVE_INFINITY);
    assertThat(read.get("ints").ints()).containsExactly(Integer.MIN_VALUE, 7, 9);
    assertThat(read.get("ints").ints(1, 1)).containsExactly(7);
    assertThat(read.get("longs").longs()).containsExactly(Long.MAX_VALUE);
    assertThat(read.get("bytes").bytes()).containsExactly(1, -1, 3);
    assertThat(read.get("nothing").floats()).isEmpty();
    assertThat(read.get("nothing").shape()).containsExactly(0, 8);
  }

  @Test
  void alignsEveryTensor() throws IOException {
    Path file = folder.resolve("model.safetensors");
    SafetensorsWriter.write(
        file,
        Map.of(
            "a", Tensor.of(new byte[3]), "b", Tensor.of(new long[2]), "c", Tensor.of(new int[1])));
    byte[] bytes = Files.readAllBytes(file);
    long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat(header % 8).isZero();
    assertThat(new String(bytes, 8, (int) header, StandardCharsets.UTF_8))
        .contains("\"b\":{\"dtype\":\"I64\",\"shape\":[2],\"data_offsets\":[0,16]}")
        .contains("\"c\":{\"dtype\":\"I32\",\"shape\":[1],\"data_offsets\":[16,20]}")
        .contains("\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[20,23]}");
  }

  @Test
  void readsUnalignedFilesOfOtherWriters() throws IOException {
    Path file = foreign("{\"x\":{\"dtype\":\"I32\",\"shape\":[2],\"data_offsets\":[1,9]}}", 9);
    assertThat(open(file).get("x").ints()).containsExactly(0x04030201, 0x08070605);
  }

  @Test
  void readsTensorsBeyondTwoGigabytes() throws IOException {
    Path file = folder.resolve("large.safetensors");
    int rows = 280_000_000;
    long bytes = 8L * rows;
    String header =
        "{\"x\":{\"dtype\":\"F64\",\"shape\":[%d],\"data_offsets\":[0,%d]}}".formatted(rows, bytes);
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer start = ByteBuffer.allocate(8 + json.length).order(ByteOrder.LITTLE_ENDIAN);
    start.putLong(json.length).put(json);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(start.flip());
      ByteBuffer last = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(0, 0.5);
      channel.write(last, 8 + json.length + bytes - 8);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Tensor tensor = Safetensors.map(file, channel).get("x");
      assertThat(tensor.doubles(rows - 2, 2)).containsExactly(0, 0.5);
      int edge = (1 << 30) / 8;
      assertThat(tensor.doubles(edge - 1, 2)).containsExactly(0, 0);
    }
  }

  private void refuses(String header, int bytes, String... words) throws IOException {
    Path file = foreign(header, bytes);
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("foreign.safetensors: ")
        .hasMessageContainingAll(words);
  }

  @Test
  void namesATensorThatDoesNotFit() throws IOException {
    refuses(
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,12]}}",
        16,
        "tensor 'x' F32[2, 2] takes 16 bytes, but stands at 0 to 12 of 16");
    refuses(
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}",
        12,
        "tensor 'x' F32[2, 2] takes 16 bytes, but stands at 0 to 16 of 12");
    refuses(
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[65536,65536],\"data_offsets\":[0,16]}}",
        16,
        "tensor 'x' has the shape [65536, 65536]; expected at most 2^31-1 elements");
  }

  @Test
  void namesATypeItDoesNotKnow() throws IOException {
    refuses(
        "{\"x\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[0,2]}}",
        2,
        "tensor 'x' has dtype BF16; known: F32, F64, I32, I64, U8");
  }

  @Test
  void refusesWhatIsNoHeader() throws IOException {
    refuses("[]", 0, "the header is not a JSON object");
    refuses("{]", 0, "header: ");
    Path file = Files.write(folder.resolve("x"), new byte[] {9, 0, 0, 0, 0, 0, 0, 0, 1});
    assertThatThrownBy(() -> open(file)).hasMessageContaining("a header of 9 bytes");
    Path empty = Files.write(folder.resolve("y"), new byte[3]);
    assertThatThrownBy(() -> open(empty)).hasMessageContaining("ends after 3 bytes");
  }
}
