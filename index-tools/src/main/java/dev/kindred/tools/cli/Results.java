package dev.kindred.tools.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files in which a command leaves what it found. */
final class Results {
  private Results() {}

  /** Makes the folder too: what took long is not lost for want of one. */
  static void write(Path file, CharSequence text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && Files.notExists(folder)) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }
}
