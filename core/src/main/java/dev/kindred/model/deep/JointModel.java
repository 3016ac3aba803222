package dev.kindred.model.deep;

import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.vector.FloatsField;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import dev.kindred.model.LearnedModel;
import dev.kindred.model.Liking;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexableField;

/**
 * Neural matrix factorisation (He et al. 2017) and wide and deep learning (Cheng et al. 2016): a
 * network that joins what is known of the user with each item. The doc-values field {@code
 * model.NAME} holds an item's share, the encoding the user's. A user is the sum of the embeddings
 * of the items liked, over a power of their number, so that everybody is served from the first
 * event. Immutable and thread-safe.
 */
public final class JointModel implements LearnedModel {
  private final Manifest manifest;
  private final Settings settings;
  private final ItemSpace items;
  private final JointWeights weights;
  private final Wide wide;
  private final JointNetwork network;

  /**
   * @param factors of the product of user and item; 0 for none
   * @param embedding numbers that describe each side to the network
   * @param layers widths of the hidden layers, at least one
   * @param history_exponent the sum over n liked items is divided by n to this power
   * @param length the latest items of a history that are looked at
   * @param content how an item's features are named
   * @param context names of the features of user and moment; see {@link ContextFeatures}
   */
  public record Settings(
      int factors,
      int embedding,
      List<Integer> layers,
      double history_exponent,
      int length,
      ContentFeatures content,
      List<String> context) {
    public Settings {
      layers = List.copyOf(layers);
      context = List.copyOf(context);
    }
  }

  /**
   * @param wide the crossed features; null for a model without
   */
  public JointModel(
      Manifest manifest, Settings settings, ItemSpace items, JointWeights weights, Wide wide) {
    this.manifest = manifest;
    this.settings = settings;
    this.items = items;
    this.weights = weights;
    this.wide = wide;
    this.network = weights.network(manifest.id());
  }

  /** What a model of this name writes. */
  public static List<Manifest.FieldSpec> fields(String name, Settings settings, boolean wide) {
    int size = settings.factors + 1 + settings.layers.getFirst();
    var vector = new Manifest.FieldSpec(Fields.of(name), "floats", size);
    return wide
        ? List.of(vector, new Manifest.FieldSpec(Wide.field(name), "sparse", 0))
        : List.of(vector);
  }

  /** Reads a model without crossed features. */
  public static Model readPlain(Manifest manifest, ArtifactReader artifact) throws IOException {
    return read(manifest, artifact, false);
  }

  /** Reads a model with crossed features. */
  public static Model readWide(Manifest manifest, ArtifactReader artifact) throws IOException {
    return read(manifest, artifact, true);
  }

  private static Model read(Manifest manifest, ArtifactReader artifact, boolean wide)
      throws IOException {
    Settings settings = artifact.settings(Settings.class);
    check(settings, artifact);
    ItemSpace items = ItemSpace.read(artifact, settings.content);
    JointWeights weights = JointWeights.zeros(settings, items.rows());
    weights.read(artifact);
    Wide crosses = wide ? Wide.read(artifact, settings, items) : null;
    return new JointModel(manifest, settings, items, weights, crosses);
  }

  private static void check(Settings settings, ArtifactReader artifact) throws IOException {
    artifact.requireAtLeast(0, "factors", settings.factors);
    artifact.requireAtLeast(1, "embedding", settings.embedding);
    artifact.require(
        !settings.layers.isEmpty() && settings.layers.stream().allMatch(width -> width > 0),
        "layers",
        settings.layers,
        "at least one width, each at least 1");
    artifact.requireAtLeast(1, "length", settings.length);
    artifact.require(
        Double.isFinite(settings.history_exponent),
        "history_exponent",
        settings.history_exponent,
        "a number");
  }

  @Override
  public void save(Path directory) throws IOException {
    ArtifactWriter artifact = new ArtifactWriter();
    items.save(artifact);
    weights.save(artifact);
    if (wide != null) {
      wide.save(artifact);
    }
    artifact.write(directory, manifest, settings);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public void index(Item item, Consumer<IndexableField> document) {
    int[] rows = items.rows(item);
    if (rows.length > 0) {
      String name = manifest.name();
      document.accept(FloatsField.of(Fields.of(name), weights.item(items, rows)));
      if (wide != null) {
        wide.index(name, rows, document);
      }
    }
  }

  @Override
  public Encoding encode(UserState user, Situation situation) throws IOException {
    List<Liking> likings = Liking.of(user, situation, null);
    History history = History.of(likings, settings.length, items, situation.catalogue());
    if (history.isEmpty()) {
      return history.none(likings, manifest.name());
    }
    int[] context = ContextFeatures.rows(settings.context, user, situation);
    float scale = (float) Math.pow(history.size(), -settings.history_exponent);
    float[] factors = new float[settings.factors];
    float[] embedding = new float[settings.embedding];
    for (int[] rows : history.rows()) {
      items.add(scale, weights.historyFactors(), factors.length, rows, factors, 0);
      items.add(scale, weights.historyEmbedding(), embedding.length, rows, embedding, 0);
    }
    for (int row : context) {
      Kernels.get()
          .axpy(
              1,
              weights.contextEmbedding(),
              row * embedding.length,
              embedding,
              0,
              embedding.length);
    }
    float[] inputs = weights.inputs(factors, embedding);
    Encoding deep = new Encoding.Learned(Fields.of(manifest.name()), network.id(), inputs);
    Encoding crosses = wide == null ? null : wide.encode(manifest.name(), history.rows(), context);
    return crosses == null ? deep : new Encoding.Sum(List.of(deep, crosses));
  }
}
