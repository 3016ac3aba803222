package dev.kindred.model.factor;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Later;
import dev.kindred.internal.artifact.Tensor;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import dev.kindred.model.Liking;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexableField;

/**
 * Implicit-feedback matrix factorisation by alternating least squares (Hu, Koren and Volinsky
 * 2008). The KNN field {@code model.NAME} holds an item's factors; a user's are the exact
 * least-squares answer to the history, whether or not the user was there at training, and come as
 * the sum of what each item of the history contributed (section 5 of the paper). Immutable and
 * thread-safe.
 */
public final class AlsModel implements Model {
  /** Keeps the equations of a row solvable that is so old that it weighs nothing. */
  private static final double LEAST_PENALTY = 1e-20;

  private final Manifest manifest;
  private final Settings settings;
  private final ItemVectors vectors;
  private final FoldIn foldIn;

  /**
   * @param factors k, the dimensions of the vectors
   * @param alpha weight of a strength of 1 beside the weight of the unobserved
   * @param unobserved weight of every item, observed or not
   * @param regularization λ
   * @param frequency_exponent ν: a user whose observations weigh W in all is regularised by λ·Wᵛ
   * @param confidence how strengths become weights; null, as in earlier artifacts, for linear
   * @param half_life after which an event counts half; null when they do not age
   */
  public record Settings(
      int factors,
      double alpha,
      double unobserved,
      double regularization,
      double frequency_exponent,
      @Later Confidence confidence,
      @Later Duration half_life) {
    public Settings {
      confidence = confidence == null ? Confidence.LINEAR : confidence;
    }

    /** Linear confidence, and no ageing. */
    public Settings(
        int factors,
        double alpha,
        double unobserved,
        double regularization,
        double frequency_exponent) {
      this(factors, alpha, unobserved, regularization, frequency_exponent, null, null);
    }

    /** What an observation weighs beside the unobserved: {@code alpha × confidence(|strength|)}. */
    public double weight(double strength) {
      return alpha * confidence.of(Math.abs(strength));
    }

    /**
     * What is added to the diagonal of a row's normal equations.
     *
     * @param observed the sum of the row's weights
     * @param others how many rows the other side has
     */
    public double penalty(double observed, int others) {
      double all = observed + unobserved * others;
      return Math.max(LEAST_PENALTY, regularization * Math.pow(all, frequency_exponent));
    }
  }

  /** How the strength of an observation becomes confidence in it. */
  public enum Confidence {
    /** The strength itself (Hu, Koren and Volinsky 2008, section 4). */
    LINEAR {
      @Override
      double of(double strength) {
        return strength;
      }
    },
    /** log₂(1 + strength), so that 1 stays 1: for counts with a long tail (equation 6 there). */
    LOG {
      @Override
      double of(double strength) {
        return Math.log1p(strength) / Math.log(2);
      }
    };

    abstract double of(double strength);
  }

  /**
   * @param factors row-major, one row of {@code settings.factors} for each item; zeros for an item
   *     without events
   */
  public AlsModel(Manifest manifest, Settings settings, IdMap items, float[] factors) {
    this.manifest = manifest;
    this.settings = settings;
    this.vectors = new ItemVectors(items, settings.factors, factors);
    this.foldIn = new FoldIn(vectors, settings.unobserved);
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
        .strings("items", vectors.items().ids())
        .tensor("item_factors", Tensor.of(vectors.rows(), vectors.items().size(), settings.factors))
        .write(directory, manifest, settings);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  public Settings settings() {
    return settings;
  }

  /** The factors of an item of the training data; zeros for one without events. */
  public float[] vector(String itemId) {
    return vectors.row(vectors.items().ordinal(itemId));
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
    return foldIn.encode(Fields.of(manifest.name()), known, row(known));
  }

  /** A liked item's target is 1 with all of its weight, a disliked one's 0. */
  private FoldIn.Row row(List<Liking> known) {
    float[] weights = new float[known.size()];
    float[] targets = new float[known.size()];
    double observed = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) settings.weight(known.get(i).weight());
      targets[i] = known.get(i).weight() > 0 ? (float) (settings.unobserved + weights[i]) : 0;
      observed += weights[i];
    }
    float[] penalty = new float[settings.factors];
    Arrays.fill(penalty, (float) settings.penalty(observed, vectors.items().size()));
    return new FoldIn.Row(vectors.ordinals(known), weights, targets, penalty);
  }
}
