package dev.kindred.model.factor;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Tensor;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import dev.kindred.model.Liking;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;

/**
 * Implicit-feedback matrix factorisation by alternating least squares (Hu, Koren and Volinsky
 * 2008). The KNN field {@code model.NAME} holds an item's factors; a user's are the exact
 * least-squares answer to the history, whether or not the user was there at training, and come as
 * the sum of what each item of the history contributed (section 5 of the paper). Immutable and
 * thread-safe.
 */
public final class AlsModel implements Model {
  private final Manifest manifest;
  private final Settings settings;
  private final IdMap items;
  private final float[] factors;
  private final FoldIn foldIn;

  /**
   * @param factors k, the dimensions of the vectors
   * @param alpha weight of a strength of 1 beside the weight of the unobserved
   * @param unobserved weight of every item, observed or not
   * @param regularization λ
   * @param frequency_exponent ν: a user whose observations weigh W in all is regularised by λ·Wᵛ
   */
  public record Settings(
      int factors,
      double alpha,
      double unobserved,
      double regularization,
      double frequency_exponent) {

    /**
     * What is added to the diagonal of a row's normal equations.
     *
     * @param observed the sum of the row's weights
     * @param others how many rows the other side has
     */
    public double penalty(double observed, int others) {
      return regularization * Math.pow(observed + unobserved * others, frequency_exponent);
    }
  }

  /**
   * @param factors row-major, one row of {@code settings.factors} for each item; zeros for an item
   *     without events
   */
  public AlsModel(Manifest manifest, Settings settings, IdMap items, float[] factors) {
    this.manifest = manifest;
    this.settings = settings;
    this.items = items;
    this.factors = factors;
    this.foldIn = new FoldIn(settings, factors, items.size());
  }

  /** What a model of this name and so many factors writes. */
  public static List<Manifest.FieldSpec> fields(String name, int factors) {
    return List.of(new Manifest.FieldSpec(Fields.of(name), "vector", factors));
  }

  public static Model read(Manifest manifest, ArtifactReader artifact) throws IOException {
    IdMap items = IdMap.of(artifact.strings("items"));
    Settings settings = artifact.settings(Settings.class);
    Tensor factors = artifact.tensor("item_factors", DType.F32, items.size(), settings.factors);
    return new AlsModel(manifest, settings, items, factors.floats());
  }

  @Override
  public void save(Path directory) throws IOException {
    new ArtifactWriter()
        .strings("items", items.ids())
        .tensor("item_factors", Tensor.of(factors, items.size(), settings.factors))
        .write(directory, manifest, settings);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public void index(Item item, Consumer<IndexableField> document) {
    int ordinal = items.ordinal(item.id());
    if (ordinal < 0) {
      return;
    }
    int k = settings.factors;
    float[] vector = Arrays.copyOfRange(factors, ordinal * k, ordinal * k + k);
    if (!FoldIn.isZero(vector)) {
      document.accept(
          new KnnFloatVectorField(
              Fields.of(manifest.name()), vector, VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
    }
  }

  @Override
  public Encoding encode(UserState user, Situation situation) {
    List<Liking> likings = Liking.of(user, situation, null);
    List<Liking> known =
        likings.stream().filter(liking -> items.ordinal(liking.itemId()) >= 0).toList();
    if (known.isEmpty()) {
      return Liking.none(likings, "is known to " + manifest.name());
    }
    int[] ordinals = known.stream().mapToInt(liking -> items.ordinal(liking.itemId())).toArray();
    return foldIn.encode(Fields.of(manifest.name()), known, ordinals);
  }
}
