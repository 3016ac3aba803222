package dev.kindred.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
  @TempDir private Path sources;

  @Test
  void whoHasNotBuiltThePeersIsToldHow() throws IOException {
    Files.createDirectories(sources.resolve("benchmarks/peers/spark/target/lib"));
    assertThatThrownBy(() -> PeersCommand.requirePeers(sources))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("mahout, librec, lenskit")
        .hasMessageContaining("-Ppeers");
    for (Library library : Library.PEERS) {
      Files.createDirectories(
          sources.resolve("benchmarks/peers").resolve(library.folder()).resolve("target/lib"));
    }
    assertThatCode(() -> PeersCommand.requirePeers(sources)).doesNotThrowAnyException();
  }

  @Test
  void aPeersProcessHasItsLibraryAndTheProtocolAlone() {
    String path = Library.MAHOUT.classPath(sources);
    assertThat(List.of(path.split(File.pathSeparator)))
        .containsExactly(
            sources.resolve("benchmarks/peers/mahout/target/classes").toString(),
            sources.resolve("benchmarks/target/classes").toString(),
            sources.resolve("benchmarks/peers/mahout/target/lib") + File.separator + "*");
  }

  @Test
  void allProcessesHaveTheSameJvmAndOptionsButSparksOpenings() {
    List<String> ours = Library.KINDRED.command(sources, "1g", "Worker");
    List<String> sparks = Library.SPARK.command(sources, "1g", "Worker");
    assertThat(ours).contains("-Xmx1g", "-XX:+UseParallelGC", "Worker", Ours.class.getName());
    assertThat(sparks.subList(0, 5)).isEqualTo(ours.subList(0, 5));
    assertThat(sparks).anyMatch(option -> option.startsWith("--add-opens=java.base/java.nio"));
  }
}
