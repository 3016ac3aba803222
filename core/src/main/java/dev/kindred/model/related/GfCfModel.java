package dev.kindred.model.related;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Tensor;
import dev.kindred.internal.math.Kernels;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import dev.kindred.model.Liking;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;

/**
 * A graph filter in two halves: related items, as any neighbourhood model has them, and a low-rank
 * part. The field {@code model.NAME} holds the former, the KNN field {@code model.NAME.low} the
 * latter; the user's encoding is the sum of both, and so is an item's raw value. New users are
 * served from the first event. Immutable and thread-safe.
 */
public final class GfCfModel implements Model {
  private final Manifest manifest;
  private final RelatedItems linear;
  private final IdMap items;
  private final int factors;
  private final float[] spoken;
  private final float[] heard;

  /**
   * @param factors k, the dimensions of the low-rank part
   * @param linear of the related items
   */
  record Settings(int factors, RelatedItems.Settings linear) {}

  /**
   * @param linear with the same manifest and items
   * @param spoken what an item of the history adds to the user's vector, row-major, one row of
   *     {@code factors} for each item
   * @param heard the vectors of the items, of the same shape; zeros for an item without events
   */
  public GfCfModel(
      Manifest manifest,
      RelatedItems linear,
      IdMap items,
      int factors,
      float[] spoken,
      float[] heard) {
    this.manifest = manifest;
    this.linear = linear;
    this.items = items;
    this.factors = factors;
    this.spoken = spoken;
    this.heard = heard;
  }

  /** What a model of this name and so many factors writes. */
  public static List<Manifest.FieldSpec> fields(String name, int factors) {
    List<Manifest.FieldSpec> fields = new ArrayList<>(RelatedItems.fields(name));
    fields.add(new Manifest.FieldSpec(low(name), "vector", factors));
    return fields;
  }

  private static String low(String name) {
    return Fields.of(name) + ".low";
  }

  public static Model read(Manifest manifest, ArtifactReader artifact) throws IOException {
    Settings settings = artifact.settings(Settings.class);
    IdMap items = IdMap.of(artifact.strings("items"));
    int k = settings.factors;
    return new GfCfModel(
        manifest,
        RelatedItems.read(manifest, settings.linear, items, artifact),
        items,
        k,
        artifact.tensor("spoken", DType.F32, items.size(), k).floats(),
        artifact.tensor("heard", DType.F32, items.size(), k).floats());
  }

  @Override
  public void save(Path directory) throws IOException {
    ArtifactWriter artifact = new ArtifactWriter();
    linear.write(artifact);
    artifact
        .tensor("spoken", Tensor.of(spoken, items.size(), factors))
        .tensor("heard", Tensor.of(heard, items.size(), factors))
        .write(directory, manifest, new Settings(factors, linear.settings()));
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public void index(Item item, Consumer<IndexableField> document) {
    linear.index(item, document);
    int ordinal = items.ordinal(item.id());
    if (ordinal < 0) {
      return;
    }
    float[] vector = Arrays.copyOfRange(heard, ordinal * factors, (ordinal + 1) * factors);
    if (Kernels.get().dot(vector, 0, vector, 0, factors) > 0) {
      document.accept(
          new KnnFloatVectorField(
              low(manifest.name()), vector, VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
    }
  }

  @Override
  public Encoding encode(UserState user, Situation situation) {
    List<Liking> likings = linear.settings().memory().recall(user, situation);
    Encoding related = linear.encode(likings);
    return related instanceof Encoding.None
        ? related
        : new Encoding.Sum(List.of(related, low(likings)));
  }

  private Encoding low(List<Liking> likings) {
    float[] vector = new float[factors];
    Map<String, float[]> parts = new HashMap<>();
    for (Liking liking : likings) {
      int ordinal = items.ordinal(liking.itemId());
      if (ordinal >= 0) {
        float[] part = new float[factors];
        float weight = (float) liking.weight();
        Kernels.get().axpy(weight, spoken, ordinal * factors, part, 0, factors);
        Kernels.get().axpy(1, part, 0, vector, 0, factors);
        parts.put(liking.itemId(), part);
      }
    }
    return new Encoding.Dense(low(manifest.name()), vector, parts);
  }
}
