package dev.kindred.model;

import dev.kindred.internal.artifact.ArtifactReader;
import java.io.IOException;

/**
 * A kind of model that another module reads: named in {@code META-INF/services} of its jar, it is
 * found wherever artifacts are loaded. Implementations are stateless.
 */
public interface ModelKind {
  /** The {@code kind} of its manifests; none of Kindred's own. */
  String name();

  /**
   * Makes the model from its artifact.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  Model read(Manifest manifest, ArtifactReader artifact) throws IOException;
}
