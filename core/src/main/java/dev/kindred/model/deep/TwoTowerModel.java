package dev.kindred.model.deep;

import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import dev.kindred.model.Liking;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;

/**
 * Candidate generation by two towers (Covington, Adams and Sargin 2016): the KNN field {@code
 * model.NAME} holds an item's unit vector, made of its id and its content features; a user's comes
 * from the mean embedding of the latest items, user and moment, through a feed-forward network. An
 * item that training never saw is found by its features. The raw value is the cosine over the
 * temperature. Immutable and thread-safe.
 */
public final class TwoTowerModel implements Model {
  private final Manifest manifest;
  private final Settings settings;
  private final ItemSpace items;
  private final TowerWeights weights;

  /**
   * @param factors d, dimensions of the vectors
   * @param embedding m, numbers that describe a history
   * @param layers widths of the query tower's hidden layers; may be empty
   * @param length the latest items of a history that are looked at
   * @param temperature cosines are divided by it; above 0
   * @param content how an item's features are named
   * @param context names of the features of user and moment; see {@link ContextFeatures}
   */
  public record Settings(
      int factors,
      int embedding,
      List<Integer> layers,
      int length,
      double temperature,
      ContentFeatures content,
      List<String> context) {
    public Settings {
      layers = List.copyOf(layers);
      context = List.copyOf(context);
    }
  }

  public TwoTowerModel(
      Manifest manifest, Settings settings, ItemSpace items, TowerWeights weights) {
    this.manifest = manifest;
    this.settings = settings;
    this.items = items;
    this.weights = weights;
  }

  /** What a model of this name and so many factors writes. */
  public static List<Manifest.FieldSpec> fields(String name, int factors) {
    return List.of(new Manifest.FieldSpec(Fields.of(name), "vector", factors));
  }

  public static Model read(Manifest manifest, ArtifactReader artifact) throws IOException {
    Settings settings = artifact.settings(Settings.class);
    check(settings, artifact);
    ItemSpace items = ItemSpace.read(artifact, settings.content);
    TowerWeights weights = TowerWeights.zeros(settings, items.rows());
    Parameter.read(artifact, weights.parameters());
    return new TwoTowerModel(manifest, settings, items, weights);
  }

  private static void check(Settings settings, ArtifactReader artifact) throws IOException {
    artifact.requireAtLeast(1, "factors", settings.factors);
    artifact.requireAtLeast(1, "embedding", settings.embedding);
    artifact.require(
        settings.layers.stream().allMatch(width -> width > 0),
        "layers",
        settings.layers,
        "widths of at least 1");
    artifact.requireAtLeast(1, "length", settings.length);
    artifact.require(
        settings.temperature > 0 && Double.isFinite(settings.temperature),
        "temperature",
        settings.temperature,
        "a number above 0");
  }

  @Override
  public void save(Path directory) throws IOException {
    ArtifactWriter artifact = new ArtifactWriter();
    items.save(artifact);
    Parameter.write(artifact, weights.parameters());
    artifact.write(directory, manifest, settings);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public void index(Item item, Consumer<IndexableField> document) {
    int[] rows = items.rows(item);
    float[] vector = items.vector(weights.itemEmbedding(), settings.factors, rows);
    if (Forward.normalize(vector, 1)) {
      document.accept(
          new KnnFloatVectorField(
              Fields.of(manifest.name()), vector, VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
    }
  }

  @Override
  public Encoding encode(UserState user, Situation situation) throws IOException {
    List<Liking> likings = Liking.of(user, situation, null);
    History history = History.of(likings, settings.length, items, situation.catalogue());
    if (history.isEmpty()) {
      return history.none(likings, manifest.name());
    }
    int m = settings.embedding;
    float[] input = new float[m + 1];
    for (int[] rows : history.rows()) {
      items.add(1f / history.size(), weights.historyEmbedding(), m, rows, input, 0);
    }
    for (int row : ContextFeatures.rows(settings.context, user, situation)) {
      for (int j = 0; j < m; j++) {
        input[j] += weights.contextEmbedding()[row * m + j];
      }
    }
    float[] vector = weights.tower(input);
    return Forward.normalize(vector, (float) (1 / settings.temperature))
        ? new Encoding.Dense(Fields.of(manifest.name()), vector)
        : new Encoding.None("the query tower answers this history with 0");
  }
}
