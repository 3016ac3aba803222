package dev.kindred.model.related;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.text.FrequencyField;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import dev.kindred.model.Liking;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexableField;

/**
 * User-based nearest neighbours (Resnick et al. 1994; Herlocker et al. 1999): an item is scored by
 * how alike the users who rated it are to this one, times how much they liked it. The field {@code
 * model.NAME} of an item's document holds a term for each of these users, {@code +v} or {@code -v}
 * by the sign of the rating beside v's mean, v being a number; the user's encoding gives the
 * nearest neighbours, found among all users of the training data when the history is known, so that
 * a new user is served from the first event. Holds the users' ratings in memory, 16 bytes each.
 * Immutable and thread-safe.
 */
public final class UserKnnModel implements Model {
  private final Manifest manifest;
  private final Settings settings;
  private final IdMap items;
  private final Raters raters;

  /** How alike two users are. */
  public enum Likeness {
    /** The cosine of the strengths of their likings; a score is a sum of strengths. */
    COSINE,
    /**
     * Pearson's correlation of the stars of the items both rated; a score is a sum of deviations
     * from each neighbour's mean.
     */
    PEARSON,
    /**
     * How near the stars of the items both rated are, {@code 1 / (1 + mean squared difference)}; a
     * score is a sum of deviations as with {@link #PEARSON}.
     */
    MSD;

    /** Whether stars are compared, and predicted, rather than likings. */
    public boolean ofStars() {
      return this != COSINE;
    }
  }

  /**
   * @param likeness how alike two users are
   * @param neighbours how many neighbours a user has
   * @param shrinkage added to the likeness' denominator
   * @param significance a neighbour who shares fewer items than this counts in proportion
   * @param half_life after which an event of the history counts half; null when they do not age
   * @param step the weight that a term frequency of 1 stands for
   */
  public record Settings(
      Likeness likeness,
      int neighbours,
      double shrinkage,
      int significance,
      Duration half_life,
      double step) {}

  private UserKnnModel(Manifest manifest, Settings settings, IdMap items, Raters raters) {
    this.manifest = manifest;
    this.settings = settings;
    this.items = items;
    this.raters = raters;
  }

  /**
   * @param settings of which the step is computed here
   * @param raters every user's values
   */
  public static UserKnnModel of(Manifest manifest, Settings settings, IdMap items, Raters raters) {
    Settings complete =
        new Settings(
            settings.likeness,
            settings.neighbours,
            settings.shrinkage,
            settings.significance,
            settings.half_life,
            raters.step());
    return new UserKnnModel(manifest, complete, items, raters);
  }

  /** What a model of this name writes. */
  public static List<Manifest.FieldSpec> fields(String name) {
    return RelatedItems.fields(name);
  }

  public static Model read(Manifest manifest, ArtifactReader artifact) throws IOException {
    IdMap items = IdMap.of(artifact.strings("items"));
    return read(manifest, artifact.settings(Settings.class), items, artifact);
  }

  static UserKnnModel read(
      Manifest manifest, Settings settings, IdMap items, ArtifactReader artifact)
      throws IOException {
    return new UserKnnModel(manifest, settings, items, Raters.read(artifact, items.size()));
  }

  @Override
  public void save(Path directory) throws IOException {
    write(new ArtifactWriter()).write(directory, manifest, settings);
  }

  ArtifactWriter write(ArtifactWriter artifact) {
    return raters.write(artifact.strings("items", items.ids()));
  }

  Settings settings() {
    return settings;
  }

  IdMap items() {
    return items;
  }

  Raters raters() {
    return raters;
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
    Map<String, Integer> frequencies = new LinkedHashMap<>();
    raters.of(
        ordinal,
        (user, weight) -> {
          if (weight != 0) {
            long frequency = Math.max(1, Math.round(Math.abs(weight) / settings.step));
            frequencies.put((weight > 0 ? "+" : "-") + user, (int) frequency);
          }
        });
    if (!frequencies.isEmpty()) {
      document.accept(FrequencyField.of(Fields.of(manifest.name()), frequencies, false));
    }
  }

  @Override
  public Encoding encode(UserState user, Situation situation) {
    Map<String, Double> strengths = new LinkedHashMap<>();
    Liking.of(user, situation, settings.half_life)
        .forEach(liking -> strengths.put(liking.itemId(), liking.weight()));
    return encode(strengths, user, situation);
  }

  /**
   * @param values what the history says of its items, in the terms of the likeness
   */
  Encoding encode(Map<String, Double> values, UserState user, Situation situation) {
    Map<Integer, Double> history = new LinkedHashMap<>();
    values.forEach(
        (item, value) -> {
          if (items.ordinal(item) >= 0) {
            history.put(items.ordinal(item), value);
          }
        });
    if (history.isEmpty()) {
      List<Liking> likings = Liking.of(user, situation, settings.half_life);
      return Liking.none(likings, "is known to " + manifest.name());
    }
    List<Neighbour> neighbours = new Neighbourhood(raters, settings).of(history);
    return neighbours.isEmpty()
        ? new Encoding.None(
            String.format(
                Locale.ROOT,
                "nobody is alike by %s and has something beside the %d known items of the history",
                settings.likeness,
                history.size()))
        : encoding(neighbours);
  }

  private Encoding encoding(List<Neighbour> neighbours) {
    Map<String, Float> weights = new HashMap<>();
    Map<String, String> causes = new HashMap<>();
    for (Neighbour neighbour : neighbours) {
      float weight = (float) (neighbour.likeness() * settings.step);
      String cause = items.id(neighbour.cause());
      put("+" + neighbour.user(), weight, cause, weights, causes);
      if (raters.signed()) {
        put("-" + neighbour.user(), -weight, cause, weights, causes);
      }
    }
    return new Encoding.Sparse(Fields.of(manifest.name()), weights, "", causes);
  }

  private static void put(
      String term,
      float weight,
      String cause,
      Map<String, Float> weights,
      Map<String, String> causes) {
    weights.put(term, weight);
    causes.put(term, cause);
  }
}
