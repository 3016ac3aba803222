package dev.kindred.model.factor;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
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
 * Matrix factorisation by Bayesian personalised ranking (Rendle et al. 2009). The KNN field {@code
 * model.NAME} holds an item's factors and, in one more dimension, its bias; a user's vector holds
 * the factors and 1. The user's factors are learned from the history at request time, by the steps
 * of training with the items held still. Immutable and thread-safe.
 */
public final class BprModel implements Model {
  private final Manifest manifest;
  private final Settings settings;
  private final ItemVectors vectors;
  private final BprFoldIn foldIn;

  /**
   * @param factors k; vectors have k + 1 dimensions, the last for the bias
   * @param learning_rate of the first pass over a history
   * @param regularization λ of the user's factors
   * @param negatives how many unobserved items are drawn for each step, of which the one that
   *     scores highest counts
   * @param passes over the history
   * @param seed of what is drawn
   * @param half_life after which an event counts half; null when they do not age
   */
  public record Settings(
      int factors,
      double learning_rate,
      double regularization,
      int negatives,
      int passes,
      long seed,
      Duration half_life) {}

  /**
   * @param vectors row-major, one row of {@code settings.factors + 1} for each item; zeros for an
   *     item without events
   */
  public BprModel(Manifest manifest, Settings settings, IdMap items, float[] vectors) {
    this.manifest = manifest;
    this.settings = settings;
    this.vectors = new ItemVectors(items, settings.factors + 1, vectors);
    this.foldIn = new BprFoldIn(settings, this.vectors);
  }

  /** What a model of this name and so many factors writes. */
  public static List<Manifest.FieldSpec> fields(String name, int factors) {
    return List.of(new Manifest.FieldSpec(Fields.of(name), "vector", factors + 1));
  }

  public static Model read(Manifest manifest, ArtifactReader artifact) throws IOException {
    Settings settings = artifact.settings(Settings.class);
    ItemVectors vectors = ItemVectors.read(artifact, settings.factors + 1);
    return new BprModel(manifest, settings, vectors.items(), vectors.rows());
  }

  @Override
  public void save(Path directory) throws IOException {
    vectors.artifact().write(directory, manifest, settings);
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
    return known.isEmpty()
        ? Liking.none(likings, "is known to " + manifest.name())
        : foldIn.encode(Fields.of(manifest.name()), known);
  }
}
