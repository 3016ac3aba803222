package dev.kindred.model.registry;

import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.registry.Registry;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.ModelKind;
import dev.kindred.model.cold.ColdItemsModel;
import dev.kindred.model.cold.ColdUsersModel;
import dev.kindred.model.content.ContentModel;
import dev.kindred.model.content.PreferenceModel;
import dev.kindred.model.deep.JointModel;
import dev.kindred.model.deep.TwoTowerModel;
import dev.kindred.model.demand.DemandModel;
import dev.kindred.model.domain.CrossDomainModel;
import dev.kindred.model.factor.AlsModel;
import dev.kindred.model.factor.AutorecModel;
import dev.kindred.model.factor.AutorecStarsModel;
import dev.kindred.model.factor.BprModel;
import dev.kindred.model.rating.BiasModel;
import dev.kindred.model.rating.FmModel;
import dev.kindred.model.related.GfCfModel;
import dev.kindred.model.related.RelatedItems;
import dev.kindred.model.related.UserKnnModel;
import dev.kindred.model.related.UserStarsModel;
import dev.kindred.model.sequence.GruModel;
import dev.kindred.model.sequence.SasRecModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every kind of model this release can load, by the {@code kind} of its manifest: its own, and
 * those that {@link ModelKind}s on the class path add.
 */
public final class Models {
  private static final Registry<ModelReader> READERS =
      new Registry<>(
          "model kind",
          Map.ofEntries(
              Map.<String, ModelReader>entry("als", AlsModel::read),
              Map.entry("autorec", AutorecModel::read),
              Map.entry("autorecstars", AutorecStarsModel::read),
              Map.entry("bpr", BprModel::read),
              Map.entry("bias", BiasModel::read),
              Map.entry("cold", ColdItemsModel::read),
              Map.entry("coldusers", ColdUsersModel::read),
              Map.entry("content", ContentModel::read),
              Map.entry("crossdomain", CrossDomainModel::read),
              Map.entry("demand", DemandModel::read),
              Map.entry("fm", FmModel::read),
              Map.entry("gfcf", GfCfModel::read),
              Map.entry("gru", GruModel::read),
              Map.entry("neumf", JointModel::readPlain),
              Map.entry("preference", PreferenceModel::read),
              Map.entry("related", RelatedItems::read),
              Map.entry("sasrec", SasRecModel::read),
              Map.entry("twotower", TwoTowerModel::read),
              Map.entry("userknn", UserKnnModel::read),
              Map.entry("userstars", UserStarsModel::read),
              Map.entry("widedeep", JointModel::readWide)));

  private Models() {}

  private static final Map<String, ModelKind> ADDED = added();

  private static Map<String, ModelKind> added() {
    Map<String, ModelKind> added = new TreeMap<>();
    for (ModelKind kind : ServiceLoader.load(ModelKind.class, Models.class.getClassLoader())) {
      if (READERS.names().contains(kind.name()) || added.put(kind.name(), kind) != null) {
        throw new IllegalStateException(
            "two readers of the model kind '"
                + kind.name()
                + "' are on the class path; leave one of them out");
      }
    }
    return added;
  }

  /**
   * Loads an artifact: verifies its checksum and maps its tensors.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  public static Model load(Path directory) throws IOException {
    ArtifactReader artifact = ArtifactReader.open(directory, Manifest.FORMAT);
    String kind = artifact.text("kind");
    if (ADDED.containsKey(kind)) {
      return ADDED.get(kind).read(artifact.manifest(Manifest.class), artifact);
    }
    ModelReader reader;
    try {
      reader = READERS.get(kind);
    } catch (IllegalArgumentException e) {
      throw new IOException(directory.resolve("manifest.json") + ": " + e.getMessage(), e);
    }
    return reader.read(artifact.manifest(Manifest.class), artifact);
  }

  /** The kinds that can be loaded. */
  public static Set<String> kinds() {
    Set<String> kinds = new TreeSet<>(READERS.names());
    kinds.addAll(ADDED.keySet());
    return kinds;
  }
}
