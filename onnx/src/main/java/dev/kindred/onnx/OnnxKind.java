package dev.kindred.onnx;

import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.ModelKind;
import java.io.IOException;

/** Reads artifacts of kind {@code onnx}. */
public final class OnnxKind implements ModelKind {
  @Override
  public String name() {
    return "onnx";
  }

  @Override
  public Model read(Manifest manifest, ArtifactReader artifact) throws IOException {
    return OnnxModel.read(manifest, artifact);
  }
}
