package dev.kindred.benchmarks.report;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where a command writes its page of results. */
public final class PageOptions {
  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "Folder of the page of results. Default: benchmarks/results.")
  private Path results;

  /** An empty page that says how it was made; without a title when that is null. */
  public Page page(String title, List<String> arguments) {
    String command = "./kindred " + String.join(" ", arguments);
    return new Page(title).origin(command, Machine.here(sources()));
  }

  /** Writes the page under its name; returns the file. */
  public Path write(String name, Page page) throws IOException {
    Path file = file(name);
    page.write(file);
    return file;
  }

  /** The file of the page of that name. */
  public Path file(String name) {
    Path folder = results == null ? sources().resolve("benchmarks/results") : results;
    return folder.resolve(name + ".md");
  }

  /** The source tree this was compiled in; the working directory where that is not known. */
  public static Path sources() {
    try {
      Path classes =
          Path.of(PageOptions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path root = classes.resolve("../../..").normalize();
      return Files.exists(root.resolve("benchmarks/pom.xml")) ? root : Path.of("");
    } catch (URISyntaxException e) {
      return Path.of("");
    }
  }
}
