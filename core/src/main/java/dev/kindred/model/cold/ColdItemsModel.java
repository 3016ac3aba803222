package dev.kindred.model.cold;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Tensor;
import dev.kindred.internal.math.Kernels;
import dev.kindred.model.Complement;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import dev.kindred.model.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;

/**
 * Gives an item without events a place in the spaces of other models, predicted from its content by
 * a linear map: {@code v = B·z} with z of {@link ContentSpace}. An item with n events keeps {@code
 * n / (n + shrinkage)} of the vector that was learned for it. The doc value {@code
 * model.cold.MODEL} says how much of a vector is predicted, 1 for all of it. Has nothing to say of
 * users. Immutable and thread-safe.
 */
public final class ColdItemsModel implements Complement {
  private final Manifest manifest;
  private final double shrinkage;
  private final ContentSpace space;
  private final IdMap items;
  private final int[] events;
  private final Map<String, float[]> maps;

  /**
   * @param content what is read of items
   * @param shrinkage so many events make a learned vector as good as a predicted one; 0 trusts any
   * @param targets the vector fields that are predicted, with their dimensions
   */
  record Settings(ContentSpace.Fields content, double shrinkage, Map<String, Integer> targets) {}

  /**
   * @param items those of the training data
   * @param events how many each has
   * @param maps by vector field, B transposed: row-major, one row for each number of z
   */
  public ColdItemsModel(
      Manifest manifest,
      double shrinkage,
      ContentSpace space,
      IdMap items,
      int[] events,
      Map<String, float[]> maps) {
    this.manifest = manifest;
    this.shrinkage = shrinkage;
    this.space = space;
    this.items = items;
    this.events = events;
    this.maps = new TreeMap<>(maps);
  }

  /**
   * What the model writes beside other models' fields.
   *
   * @param targets the vector fields it predicts
   */
  public static List<Manifest.FieldSpec> fields(Collection<String> targets) {
    return targets.stream()
        .map(target -> new Manifest.FieldSpec(Fields.predicted(target), "number", 0))
        .toList();
  }

  public static ColdItemsModel read(Manifest manifest, ArtifactReader artifact) throws IOException {
    Settings settings = artifact.settings(Settings.class);
    IdMap terms = IdMap.of(artifact.strings("terms"));
    int factors = settings.content.factors();
    ContentSpace space =
        new ContentSpace(
            settings.content,
            terms,
            artifact.tensor("idf", DType.F32, terms.size()).floats(),
            artifact.tensor("projection", DType.F32, terms.size(), factors).floats());
    IdMap items = IdMap.of(artifact.strings("items"));
    Map<String, float[]> maps = new TreeMap<>();
    for (Map.Entry<String, Integer> target : settings.targets.entrySet()) {
      String tensor = "map." + target.getKey();
      int width = settings.content.width();
      maps.put(
          target.getKey(), artifact.tensor(tensor, DType.F32, width, target.getValue()).floats());
    }
    int[] events = artifact.tensor("events", DType.I32, items.size()).ints();
    return new ColdItemsModel(manifest, settings.shrinkage, space, items, events, maps);
  }

  @Override
  public void save(Path directory) throws IOException {
    int width = space.fields().width();
    Map<String, Integer> targets = new TreeMap<>();
    ArtifactWriter artifact = new ArtifactWriter();
    maps.forEach(
        (field, map) -> {
          int dimension = map.length / width;
          targets.put(field, dimension);
          artifact.tensor("map." + field, Tensor.of(map, width, dimension));
        });
    artifact
        .strings("terms", space.terms().ids())
        .tensor("idf", Tensor.of(space.idf(), space.terms().size()))
        .tensor(
            "projection",
            Tensor.of(space.projection(), space.terms().size(), space.fields().factors()))
        .strings("items", items.ids())
        .tensor("events", Tensor.of(events))
        .write(directory, manifest, new Settings(space.fields(), shrinkage, targets));
  }

  ContentSpace space() {
    return space;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  /** Nothing of its own: see {@link #complete}. */
  @Override
  public void index(Item item, Consumer<IndexableField> document) {}

  @Override
  public Encoding encode(UserState user, Situation situation) {
    return new Encoding.None(
        manifest.name() + " predicts what other models say of new items, and knows no users");
  }

  @Override
  public void complete(Item item, List<IndexableField> fields) {
    double own = own(item.id());
    float[] numbers = own == 1 ? null : space.of(item);
    if (numbers != null) {
      maps.forEach((field, map) -> complete(field, predicted(numbers, map), own, fields));
    }
  }

  /** How far a learned vector of the item is to be believed. */
  private double own(String itemId) {
    int ordinal = items.ordinal(itemId);
    double known = ordinal < 0 ? 0 : events[ordinal];
    return known == 0 ? 0 : known / (known + shrinkage);
  }

  private static float[] predicted(float[] numbers, float[] map) {
    int dimension = map.length / numbers.length;
    float[] vector = new float[dimension];
    for (int i = 0; i < numbers.length; i++) {
      Kernels.get().axpy(numbers[i], map, i * dimension, vector, 0, dimension);
    }
    return vector;
  }

  private void complete(String field, float[] vector, double own, List<IndexableField> fields) {
    float[] learned = learned(field, fields);
    if (learned != null) {
      Kernels.get().scale((float) (1 - own), vector, 0, vector.length);
      Kernels.get().axpy((float) own, learned, 0, vector, 0, vector.length);
      fields.removeIf(one -> one.name().equals(field));
    }
    double share = learned == null ? 1 : 1 - own;
    fields.add(
        new KnnFloatVectorField(field, vector, VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
    fields.add(
        new NumericDocValuesField(Fields.predicted(field), Double.doubleToRawLongBits(share)));
  }

  /** What the field's own model wrote; null for nothing. */
  private static float[] learned(String field, List<IndexableField> fields) {
    for (IndexableField one : fields) {
      if (one instanceof KnnFloatVectorField vector && one.name().equals(field)) {
        return vector.vectorValue();
      }
    }
    return null;
  }
}
