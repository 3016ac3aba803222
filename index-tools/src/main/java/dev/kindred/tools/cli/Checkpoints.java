package dev.kindred.tools.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where a long training leaves its state: in a folder beside the artifact. */
final class Checkpoints {
  private Checkpoints() {}

  static Path beside(Path out) {
    Path whole = out.toAbsolutePath().normalize();
    return whole.resolveSibling(whole.getFileName() + ".checkpoint");
  }

  /**
   * There may be only the one before, where a crash came between the two.
   *
   * @throws IllegalArgumentException when there is nothing to resume
   */
  static void require(Path out) {
    Path before = beside(out).resolveSibling(beside(out).getFileName() + ".old");
    if (Files.notExists(beside(out)) && Files.notExists(before)) {
      throw new IllegalArgumentException(
          beside(out)
              + ": no checkpoint to resume; only networks leave one, after their first epoch");
    }
  }

  /** Removes it, once the artifact is written. */
  static void delete(Path out) throws IOException {
    Path folder = beside(out);
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
