package dev.kindred.model;

import dev.kindred.internal.artifact.ArtifactReader;
import java.io.IOException;

/** Makes one kind of model from its artifact. */
@FunctionalInterface
interface ModelReader {
  Model read(Manifest manifest, ArtifactReader artifact) throws IOException;
}
