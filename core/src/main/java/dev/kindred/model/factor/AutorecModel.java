package dev.kindred.model.factor;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import dev.kindred.model.Liking;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexableField;

/**
 * An autoencoder of one hidden layer for implicit feedback (Sedhain et al. 2015; Liang et al.
 * 2018). The KNN field {@code model.NAME} has k + 1 dimensions.
 *
 * <p>Of users' rows: an item's vector is its row of the decoder and its bias; a user's is the
 * encoder's answer to the history, and 1.
 *
 * <p>Of items' rows: an item's vector is its hidden code and 1. The decoder has a row for each user
 * of the training, which minimises the loss of that user's pairs; so any user's vector is the exact
 * minimum for the history, by weighted ridge regression on the codes, whether or not the user was
 * there at training.
 *
 * <p>Immutable and thread-safe.
 */
public final class AutorecModel implements Model {
  private final Manifest manifest;
  private final Settings settings;
  private final ItemVectors vectors;
  private final Query query;

  /** Whose rows of the user-item matrix are encoded. */
  public enum Side {
    USER,
    ITEM
  }

  /** What was minimised, and with it the function f of the hidden units. */
  public enum Loss {
    /** Weighted squared error of every pair, with logistic hidden units. */
    SQUARED {
      @Override
      public float hidden(float x) {
        return (float) (1 / (1 + Math.exp(-x)));
      }

      @Override
      public float slope(float y) {
        return y * (1 - y);
      }
    },
    /** Squared error of what was rated, with logistic hidden units: {@link AutorecStarsModel}. */
    STARS {
      @Override
      public float hidden(float x) {
        return SQUARED.hidden(x);
      }

      @Override
      public float slope(float y) {
        return SQUARED.slope(y);
      }
    },
    /** Negative log-likelihood of the user's items, with tanh, from an input of length 1. */
    MULTINOMIAL {
      @Override
      public float hidden(float x) {
        return (float) Math.tanh(x);
      }

      @Override
      public float slope(float y) {
        return 1 - y * y;
      }
    };

    /** f(x). */
    public abstract float hidden(float x);

    /** f′(x), given y = f(x). */
    public abstract float slope(float y);
  }

  /**
   * @param factors k, the hidden units
   * @param side whose rows are encoded
   * @param loss what was minimised
   * @param regularization λ: the loss has λ/2·(‖V‖² + ‖W‖²) beside it
   * @param unobserved weight of every pair, observed or not
   * @param half_life after which an event counts half; null when they do not age
   */
  public record Settings(
      int factors,
      Side side,
      Loss loss,
      double regularization,
      double unobserved,
      Duration half_life) {}

  /** A user's vector. */
  interface Query {
    /**
     * @param known items with a vector, each once, with their strengths
     */
    Encoding encode(String field, List<Liking> known, int[] ordinals);

    /** Adds what the query half needs beside the items' vectors. */
    default void save(ArtifactWriter artifact) {}
  }

  private AutorecModel(Manifest manifest, Settings settings, ItemVectors vectors, Query query) {
    this.manifest = manifest;
    this.settings = settings;
    this.vectors = vectors;
    this.query = query;
  }

  /**
   * Of users' rows.
   *
   * @param decoder row-major, k + 1 numbers an item: its row of W and its bias; zeros for an item
   *     without events
   * @param encoder V, row-major, k numbers an item
   * @param hiddenBias c, k numbers
   */
  public static AutorecModel ofUsers(
      Manifest manifest,
      Settings settings,
      IdMap items,
      float[] decoder,
      float[] encoder,
      float[] hiddenBias) {
    ItemVectors vectors = new ItemVectors(items, settings.factors + 1, decoder);
    return new AutorecModel(
        manifest, settings, vectors, new HistoryEncoder(settings, encoder, hiddenBias));
  }

  /**
   * Of items' rows.
   *
   * @param codes row-major, k + 1 numbers an item: its hidden units and 1; zeros for an item
   *     without events
   */
  public static AutorecModel ofItems(
      Manifest manifest, Settings settings, IdMap items, float[] codes) {
    ItemVectors vectors = new ItemVectors(items, settings.factors + 1, codes);
    return new AutorecModel(manifest, settings, vectors, new CodeRegression(settings, vectors));
  }

  /** What a model of this name and so many hidden units writes. */
  public static List<Manifest.FieldSpec> fields(String name, int factors) {
    return List.of(new Manifest.FieldSpec(Fields.of(name), "vector", factors + 1));
  }

  public static Model read(Manifest manifest, ArtifactReader artifact) throws IOException {
    Settings settings = artifact.settings(Settings.class);
    ItemVectors vectors = ItemVectors.read(artifact, settings.factors + 1);
    Query query =
        settings.side == Side.ITEM
            ? new CodeRegression(settings, vectors)
            : HistoryEncoder.read(settings, vectors.items().size(), artifact);
    return new AutorecModel(manifest, settings, vectors, query);
  }

  @Override
  public void save(Path directory) throws IOException {
    ArtifactWriter artifact = vectors.artifact();
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
    List<Liking> likings = Liking.of(user, situation, settings.half_life);
    List<Liking> known = vectors.learned(likings);
    if (known.isEmpty()) {
      return Liking.none(likings, "is known to " + manifest.name());
    }
    return known.stream().noneMatch(liking -> liking.weight() > 0)
        ? new Encoding.None("the history holds dislikes only, which ask for nothing")
        : query.encode(Fields.of(manifest.name()), known, vectors.ordinals(known));
  }
}
