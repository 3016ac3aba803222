package dev.kindred.model.rating;

import dev.kindred.data.Catalogue;
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
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;

/**
 * A factorization machine over users and items (Rendle 2010; equation 1 of it), of which biased
 * matrix factorisation and SVD++ are special cases (section V). It may hold several parameter sets,
 * drawn from their posterior; its predictions are the mean of theirs (Freudenthaler, Schmidt-Thieme
 * and Rendle 2011).
 *
 * <p>The KNN field {@code model.NAME} holds an item's factors of every set, one after another, and
 * last the mean of its weights; a user's half are the factors of every set over their number, and
 * 1. Their dot product is the predicted rating less what is the user's own, so that ranking by
 * predicted rating is one dense signal. A user's own factors are folded in: the ridge regression of
 * the history on the items, whether or not the user was there at training. Immutable and
 * thread-safe.
 */
public final class FmModel implements RatingModel {
  private final Manifest manifest;
  private final Settings settings;
  private final FmParameters parameters;
  private final Baseline.Scale scale;
  private final FmItems items;
  private final FmFoldIn foldIn;

  /**
   * @param factors k, the dimensions of one set
   * @param samples S, how many sets there are
   * @param own_interactions whether features of one side interact with each other, as in a
   *     factorization machine; in matrix factorisation they do not
   * @param implicit whether what a user rated is a feature, however it was rated
   * @param frequency_exponent ν: the precision of a user's own row is multiplied by nᵛ, of n
   *     ratings
   * @param levels the stars that can be given, ascending, when they are levels of an ordered
   *     probit; else empty
   * @param item_fields whose values are features of items
   */
  public record Settings(
      int factors,
      int samples,
      boolean own_interactions,
      boolean implicit,
      double frequency_exponent,
      List<Double> levels,
      List<String> item_fields,
      Baseline.Scale scale) {
    public Settings {
      levels = List.copyOf(levels);
      item_fields = List.copyOf(item_fields);
    }

    /** Numbers of a row. */
    public int width() {
      return samples * (factors + 1);
    }
  }

  public FmModel(Manifest manifest, Settings settings, FmParameters parameters) {
    this.manifest = manifest;
    this.settings = settings;
    this.parameters = parameters;
    this.scale = settings.scale;
    this.items = new FmItems(settings, parameters);
    this.foldIn = new FmFoldIn(settings, parameters, items);
  }

  /** What a model of this name, so many factors and so many sets writes. */
  public static List<Manifest.FieldSpec> fields(String name, int factors, int samples) {
    return List.of(new Manifest.FieldSpec(Fields.of(name), "vector", factors * samples + 1));
  }

  /** The name of a user's feature. */
  public static String userFeature(String attribute, String value) {
    return "user:" + attribute + "=" + value;
  }

  /** The name of an item's feature. */
  public static String itemFeature(String field, String value) {
    return "item:" + field + "=" + value;
  }

  public static FmModel read(Manifest manifest, ArtifactReader artifact) throws IOException {
    Settings settings = artifact.settings(Settings.class);
    return new FmModel(manifest, settings, FmParameters.read(settings, artifact));
  }

  @Override
  public void save(Path directory) throws IOException {
    ArtifactWriter artifact = new ArtifactWriter();
    parameters.save(settings, artifact);
    artifact.write(directory, manifest, settings);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  /** Writes a vector also for an item that was not there at training, when a feature of it was. */
  @Override
  public void index(Item item, Consumer<IndexableField> document) {
    float[] row = items.row(item);
    if (row != null) {
      document.accept(
          new KnnFloatVectorField(
              Fields.of(manifest.name()),
              items.vector(row),
              VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
    }
  }

  @Override
  public Encoding encode(UserState user, Situation situation) {
    FmHistory history = history(user, situation);
    return history.isEmpty()
        ? Liking.none(Liking.of(user, situation, null), "is known to " + manifest.name())
        : foldIn.encode(Fields.of(manifest.name()), history);
  }

  @Override
  public Expected expected(UserState user, Situation situation) {
    float[] half = foldIn.half(history(user, situation));
    Catalogue catalogue = situation.catalogue();
    return itemId -> scale.clip(items.stars(half, row(itemId, catalogue)));
  }

  /** The item's row; that of an average item when nothing is known of it. */
  private float[] row(String itemId, Catalogue catalogue) {
    if (parameters.items().ordinal(itemId) >= 0) {
      return items.row(new Item(itemId, Map.of()));
    }
    try {
      float[] row = catalogue.find(itemId).map(items::row).orElse(null);
      return row == null ? items.average() : row;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FmHistory history(UserState user, Situation situation) {
    Map<String, String> attributes = new TreeMap<>(user.attributes());
    attributes.putAll(situation.context());
    Map<String, Double> stars = scale.stars(user, situation);
    return FmHistory.of(parameters, stars, attributes);
  }
}
