package dev.kindred.model.registry;

import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import java.io.IOException;

/** Makes one kind of model from its artifact. */
@FunctionalInterface
interface ModelReader {
  Model read(Manifest manifest, ArtifactReader artifact) throws IOException;
}
