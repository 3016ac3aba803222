package dev.kindred.benchmarks.accuracy.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountedListsTest {
  @TempDir private Path folder;

  @Test
  void readsAListALine() throws IOException {
    Path file = Files.writeString(folder.resolve("lists"), "2 5 7\n0\n1 9");
    assertThat(CountedLists.read(file)).containsExactly(List.of("5", "7"), List.of(), List.of("9"));
  }

  @Test
  void aWrongCountIsAnError() throws IOException {
    Path file = Files.writeString(folder.resolve("lists"), "1 9\n2 5");
    assertThatThrownBy(() -> CountedLists.read(file))
        .hasMessage(file + ":2: the line begins with '2' and has 1 values, expected their count");
  }
}
