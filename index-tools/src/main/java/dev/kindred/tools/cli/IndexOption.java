package dev.kindred.tools.cli;

import dev.kindred.index.Generations;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The index folder, for commands that look after it. */
final class IndexOption {
  @Option(
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "The index folder that 'kindred build' wrote.")
  Path folder;

  Generations generations() {
    return Generations.at(folder);
  }

  /** The current generation's folder. */
  Path current() throws IOException {
    return generations().current();
  }
}
