package dev.kindred.model.registry;

import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.registry.Registry;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.content.ContentModel;
import dev.kindred.model.content.PreferenceModel;
import dev.kindred.model.demand.DemandModel;
import dev.kindred.model.factor.AlsModel;
import dev.kindred.model.rating.BiasModel;
import dev.kindred.model.related.GfCfModel;
import dev.kindred.model.related.RelatedItems;
import dev.kindred.model.related.UserKnnModel;
import dev.kindred.model.related.UserStarsModel;
import dev.kindred.model.sequence.GruModel;
import dev.kindred.model.sequence.SasRecModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Every kind of model this release can load, by the {@code kind} of its manifest. */
public final class Models {
  private static final Registry<ModelReader> READERS =
      new Registry<>(
          "model kind",
          Map.ofEntries(
              Map.<String, ModelReader>entry("als", AlsModel::read),
              Map.entry("bias", BiasModel::read),
              Map.entry("content", ContentModel::read),
              Map.entry("demand", DemandModel::read),
              Map.entry("gfcf", GfCfModel::read),
              Map.entry("gru", GruModel::read),
              Map.entry("preference", PreferenceModel::read),
              Map.entry("related", RelatedItems::read),
              Map.entry("sasrec", SasRecModel::read),
              Map.entry("userknn", UserKnnModel::read),
              Map.entry("userstars", UserStarsModel::read)));

  private Models() {}

  /**
   * Loads an artifact: verifies its checksum and maps its tensors.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  public static Model load(Path directory) throws IOException {
    ArtifactReader artifact = ArtifactReader.open(directory, Manifest.FORMAT);
    ModelReader reader;
    try {
      reader = READERS.get(artifact.text("kind"));
    } catch (IllegalArgumentException e) {
      throw new IOException(directory.resolve("manifest.json") + ": " + e.getMessage(), e);
    }
    return reader.read(artifact.manifest(Manifest.class), artifact);
  }

  /** The kinds that can be loaded. */
  public static Set<String> kinds() {
    return READERS.names();
  }
}
