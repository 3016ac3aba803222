package dev.kindred.model.factor;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.math.Kernels;
import dev.kindred.model.Baseline;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import dev.kindred.model.Liking;
import dev.kindred.model.Manifest;
import dev.kindred.model.RatingModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexableField;

/**
 * An autoencoder of one hidden layer that predicts stars (Sedhain et al. 2015), of what ratings lie
 * above or below the {@link Baseline}. An item's vector in the KNN field {@code model.NAME} ends
 * with its bias, so that ranking by the dot product is ranking by predicted stars.
 *
 * <p>Of users' rows: k + 1 dimensions, the item's row of the decoder, and its bias in the decoder
 * and in the baseline in one; a user's vector is the encoder's answer to the history, and 1.
 *
 * <p>Of items' rows: k + 2 dimensions, the item's hidden code, 1, and its bias in the baseline; a
 * user's vector is the row of the decoder that minimises the loss of that history, by ridge
 * regression on the codes, and 1.
 *
 * <p>An item or user of whom nothing is known is answered by the baseline. Immutable and
 * thread-safe.
 */
public final class AutorecStarsModel implements RatingModel {
  private final Manifest manifest;
  private final Settings settings;
  private final Baseline baseline;
  private final ItemVectors vectors;
  private final AutorecModel.Query query;

  /**
   * @param factors k, the hidden units
   * @param side whose rows are encoded
   * @param regularization λ: the loss has λ/2·(‖V‖² + ‖W‖²) beside it
   * @param scale what ratings mean
   */
  public record Settings(
      int factors, AutorecModel.Side side, double regularization, Baseline.Scale scale) {
    private AutorecModel.Settings plain() {
      return new AutorecModel.Settings(
          factors, side, AutorecModel.Loss.STARS, regularization, 0, null);
    }
  }

  private AutorecStarsModel(
      Manifest manifest,
      Settings settings,
      Baseline baseline,
      ItemVectors vectors,
      AutorecModel.Query query) {
    this.manifest = manifest;
    this.settings = settings;
    this.baseline = baseline;
    this.vectors = vectors;
    this.query = query;
  }

  /**
   * Of users' rows.
   *
   * @param decoder row-major, k + 1 numbers an item: its row of W and the sum of its biases; zeros
   *     for an item without ratings
   * @param encoder V, row-major, k numbers an item
   * @param hiddenBias c, k numbers
   */
  public static AutorecStarsModel ofUsers(
      Manifest manifest,
      Settings settings,
      IdMap items,
      Baseline baseline,
      float[] decoder,
      float[] encoder,
      float[] hiddenBias) {
    ItemVectors vectors = new ItemVectors(items, settings.factors + 1, decoder);
    AutorecModel.Query query = new HistoryEncoder(settings.plain(), encoder, hiddenBias);
    return new AutorecStarsModel(manifest, settings, baseline, vectors, query);
  }

  /**
   * Of items' rows.
   *
   * @param codes row-major, k + 2 numbers an item: its hidden units, 1, and its bias; zeros for an
   *     item without ratings
   */
  public static AutorecStarsModel ofItems(
      Manifest manifest, Settings settings, IdMap items, Baseline baseline, float[] codes) {
    ItemVectors vectors = new ItemVectors(items, settings.factors + 2, codes);
    AutorecModel.Query query = new StarsRegression(settings.regularization, vectors);
    return new AutorecStarsModel(manifest, settings, baseline, vectors, query);
  }

  /** What a model of this name, side and so many hidden units writes. */
  public static List<Manifest.FieldSpec> fields(String name, AutorecModel.Side side, int factors) {
    return List.of(new Manifest.FieldSpec(Fields.of(name), "vector", width(side, factors)));
  }

  private static int width(AutorecModel.Side side, int factors) {
    return side == AutorecModel.Side.USER ? factors + 1 : factors + 2;
  }

  public static AutorecStarsModel read(Manifest manifest, ArtifactReader artifact)
      throws IOException {
    Settings settings = artifact.settings(Settings.class);
    ItemVectors vectors = ItemVectors.read(artifact, width(settings.side, settings.factors));
    Baseline baseline = Baseline.read(settings.scale, vectors.items(), artifact);
    AutorecModel.Query query =
        settings.side == AutorecModel.Side.ITEM
            ? new StarsRegression(settings.regularization, vectors)
            : HistoryEncoder.read(settings.plain(), vectors.items().size(), artifact);
    return new AutorecStarsModel(manifest, settings, baseline, vectors, query);
  }

  @Override
  public void save(Path directory) throws IOException {
    ArtifactWriter artifact = vectors.artifact();
    baseline.save(artifact);
    query.save(artifact);
    artifact.write(directory, manifest, settings);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public void index(Item item, Consumer<IndexableField> document) {
    vectors.index(manifest.name(), item, document);
  }

  @Override
  public Encoding encode(UserState user, Situation situation) {
    return encode(baseline.stars(user, situation), user, situation);
  }

  private Encoding encode(Map<String, Double> stars, UserState user, Situation situation) {
    List<Liking> above = new ArrayList<>();
    baseline.above(stars).forEach((item, more) -> above.add(new Liking(item, more)));
    List<Liking> known = vectors.learned(above);
    return known.isEmpty()
        ? Liking.none(Liking.of(user, situation, null), "is known to " + manifest.name())
        : query.encode(Fields.of(manifest.name()), known, vectors.ordinals(known));
  }

  @Override
  public Expected expected(UserState user, Situation situation) {
    Map<String, Double> stars = baseline.stars(user, situation);
    double bias = baseline.user(stars);
    Expected averages = baseline.of(bias);
    return encode(stars, user, situation) instanceof Encoding.Dense dense
        ? expected(dense.vector(), bias, averages)
        : averages;
  }

  private Expected expected(float[] vector, double bias, Expected averages) {
    int width = vectors.width();
    return item -> {
      int ordinal = vectors.items().ordinal(item);
      if (ordinal < 0 || !vectors.learned(ordinal)) {
        return averages.stars(item);
      }
      float above = Kernels.get().dot(vector, 0, vectors.rows(), ordinal * width, width);
      return settings.scale.clip(settings.scale.mean() + bias + above);
    };
  }

  /**
   * A user's row of the decoder: the w and b that minimise {@code Σ (w·hᵢ + b − xᵢ)² + λ/2·‖w‖²}
   * over the items of the history, and 1 for the item's own bias.
   */
  private static final class StarsRegression implements AutorecModel.Query {
    /** Of the bias, which the loss leaves free: a tenth of a rating of the baseline. */
    private static final float LEAST = 0.1f;

    private final FoldIn foldIn;
    private final float[] penalty;

    StarsRegression(double regularization, ItemVectors vectors) {
      int width = vectors.width() - 1;
      int items = vectors.items().size();
      float[] codes = new float[items * width];
      for (int item = 0; item < items; item++) {
        System.arraycopy(vectors.rows(), item * (width + 1), codes, item * width, width);
      }
      this.foldIn = new FoldIn(new ItemVectors(vectors.items(), width, codes), 0);
      this.penalty = new float[width];
      Arrays.fill(penalty, (float) Math.max(LEAST, regularization / 2));
      penalty[width - 1] = LEAST;
    }

    @Override
    public Encoding encode(String field, List<Liking> known, int[] ordinals) {
      float[] weights = new float[ordinals.length];
      float[] targets = new float[ordinals.length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = 1;
        targets[i] = (float) known.get(i).weight();
      }
      FoldIn.Row row = new FoldIn.Row(ordinals, weights, targets, penalty);
      return foldIn.encode(field, known, row) instanceof Encoding.Dense dense
          ? withBias(field, dense)
          : new Encoding.None("every rating of the history is what averages expect");
    }

    private static Encoding withBias(String field, Encoding.Dense dense) {
      int width = dense.vector().length;
      float[] vector = Arrays.copyOf(dense.vector(), width + 1);
      vector[width] = 1;
      Map<String, float[]> parts = new HashMap<>();
      dense.parts().forEach((item, part) -> parts.put(item, Arrays.copyOf(part, width + 1)));
      return new Encoding.Dense(field, vector, parts);
    }
  }
}
