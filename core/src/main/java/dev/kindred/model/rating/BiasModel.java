package dev.kindred.model.rating;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.model.Baseline;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import dev.kindred.model.Liking;
import dev.kindred.model.Manifest;
import dev.kindred.model.RatingModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;

/**
 * The baseline as a model of its own. The field {@code model.NAME} holds an item's expected stars,
 * a vector of one number: the ranking is the same for everyone, the rating is not. Immutable and
 * thread-safe.
 */
public final class BiasModel implements RatingModel {
  private final Manifest manifest;
  private final IdMap items;
  private final Baseline baseline;

  public BiasModel(Manifest manifest, IdMap items, Baseline baseline) {
    this.manifest = manifest;
    this.items = items;
    this.baseline = baseline;
  }

  /** What a model of this name writes. */
  public static List<Manifest.FieldSpec> fields(String name) {
    return List.of(new Manifest.FieldSpec(Fields.of(name), "vector", 1));
  }

  public static BiasModel read(Manifest manifest, ArtifactReader artifact) throws IOException {
    IdMap items = IdMap.of(artifact.strings("items"));
    Baseline.Scale scale = artifact.settings(Baseline.Scale.class);
    return new BiasModel(manifest, items, Baseline.read(scale, items, artifact));
  }

  @Override
  public void save(Path directory) throws IOException {
    ArtifactWriter artifact = new ArtifactWriter().strings("items", items.ids());
    baseline.save(artifact);
    artifact.write(directory, manifest, baseline.scale());
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public void index(Item item, Consumer<IndexableField> document) {
    if (items.ordinal(item.id()) >= 0) {
      float[] vector = {(float) baseline.stars(item.id())};
      document.accept(
          new KnnFloatVectorField(
              Fields.of(manifest.name()), vector, VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
    }
  }

  @Override
  public Encoding encode(UserState user, Situation situation) {
    return baseline.stars(user, situation).keySet().stream().anyMatch(i -> items.ordinal(i) >= 0)
        ? new Encoding.Dense(Fields.of(manifest.name()), new float[] {1})
        : Liking.none(Liking.of(user, situation, null), "is known to " + manifest.name());
  }

  @Override
  public Expected expected(UserState user, Situation situation) {
    return baseline.of(baseline.user(baseline.stars(user, situation)));
  }
}
