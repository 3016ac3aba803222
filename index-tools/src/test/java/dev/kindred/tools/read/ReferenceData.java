package dev.kindred.tools.read;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the reference data sets, which are not part of the project. */
public final class ReferenceData {
  private static final Path ROOT =
      Path.of(System.getProperty("kindred.data", "../../shared/data")).toAbsolutePath().normalize();

  private ReferenceData() {}

  /** The path of a reference file or folder; the test is skipped, visibly, when it is absent. */
  public static Path path(String first, String... more) {
    Path path = ROOT.resolve(Path.of(first, more));
    assumeTrue(Files.exists(path), () -> "reference data are absent: " + path);
    return path;
  }
}
