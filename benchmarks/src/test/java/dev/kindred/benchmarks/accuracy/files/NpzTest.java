package dev.kindred.benchmarks.accuracy.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of an archive that NumPy wrote. */
class NpzTest {
  private static final Path FILE = Path.of("src", "test", "resources", "npz", "small.npz");

  @Test
  void readsTablesByColumnAndByRow() throws IOException {
    assertThat(new Npz(FILE).table("train"))
        .isDeepEqualTo(new int[][] {{0, 11}, {0, 70000}, {1, 5}});
    assertThat(new Npz(FILE).table("rows")).isDeepEqualTo(new int[][] {{3, 4}, {5, 6}});
  }

  @Test
  void readsADictionaryOfTuples() throws IOException {
    assertThat(new Npz(FILE).object("test"))
        .isEqualTo(
            Map.of(
                0L, List.of(70000L, List.of(1L, 2L, 300L)),
                1L, List.of(5L, List.of(4L))));
  }

  @Test
  void saysWhatItCannotRead() {
    assertThatThrownBy(() -> new Npz(FILE).table("none")).hasMessage(FILE + ": no array 'none'");
    assertThatThrownBy(() -> new Npz(FILE).table("test")).hasMessageContaining("expected");
    assertThatThrownBy(() -> Pickle.read(bytes("I1\n.")))
        .isInstanceOf(IOException.class)
        .hasMessage("opcode 0x49 at byte 0 is none of those that are known");
    assertThatThrownBy(() -> Pickle.read(bytes("K\u0001.")))
        .hasMessage("the pickle holds 1, expected an array of one object");
  }

  @Test
  void callsNothing() {
    assertThatThrownBy(() -> Pickle.read(bytes("cos\nsystem\nX\u0002\0\0\0ls\u0085R.")))
        .hasMessageContaining("os system");
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
