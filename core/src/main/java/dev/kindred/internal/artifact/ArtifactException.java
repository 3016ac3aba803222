package dev.kindred.internal.artifact;

import java.io.IOException;
import java.nio.file.Path;

/** A model file is missing something or is not what it says; the message names file and place. */
public final class ArtifactException extends IOException {
  private static final long serialVersionUID = 1;

  ArtifactException(Path file, String problem) {
    super(file + ": " + problem);
  }

  ArtifactException(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
