package dev.kindred.model.related;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Later;
import dev.kindred.internal.artifact.Tensor;
import dev.kindred.model.Baseline;
import dev.kindred.model.Encoding;
import dev.kindred.model.Manifest;
import dev.kindred.model.RatingModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexableField;

/**
 * User-based neighbours that predict stars: the user's mean plus the mean of what the nearest users
 * who rated the item gave above or below their own means, each weighted by likeness and by the age
 * of the rating (Herlocker et al. 1999, equation 2). What takes the place of the means may be the
 * baseline of user and item (Koren 2010, "Factor in the neighbors", equation 3). Fields, encoding
 * and ranking are those of {@link UserKnnModel}. Where no neighbour rated the item the {@link
 * Baseline} answers. Immutable and thread-safe.
 */
public final class UserStarsModel implements RatingModel {
  private final UserKnnModel neighbours;
  private final Baseline baseline;
  private final float[] ages;
  private final boolean besideBaseline;

  /**
   * @param users how neighbours are found
   * @param scale what ratings mean
   * @param besideBaseline whether opinions are what ratings lie above or below the baseline
   */
  record Settings(
      UserKnnModel.Settings users, Baseline.Scale scale, @Later boolean besideBaseline) {}

  /**
   * @param neighbours of the same manifest, compared by stars
   * @param ages how much each rating still counts, in the order of the raters' rows
   * @param besideBaseline whether the raters' opinions are what they gave above or below the
   *     baseline of user and item, rather than their mean
   */
  public UserStarsModel(
      UserKnnModel neighbours, Baseline baseline, float[] ages, boolean besideBaseline) {
    this.neighbours = neighbours;
    this.baseline = baseline;
    this.ages = ages;
    this.besideBaseline = besideBaseline;
  }

  public static UserStarsModel read(Manifest manifest, ArtifactReader artifact) throws IOException {
    Settings settings = artifact.settings(Settings.class);
    IdMap items = IdMap.of(artifact.strings("items"));
    return new UserStarsModel(
        UserKnnModel.read(manifest, settings.users, items, artifact),
        Baseline.read(settings.scale, items, artifact),
        artifact.tensor("ages", DType.F32, -1).floats(),
        settings.besideBaseline);
  }

  @Override
  public void save(Path directory) throws IOException {
    ArtifactWriter artifact = new ArtifactWriter().tensor("ages", Tensor.of(ages));
    baseline.save(artifact);
    neighbours
        .write(artifact)
        .write(
            directory,
            manifest(),
            new Settings(neighbours.settings(), baseline.scale(), besideBaseline));
  }

  @Override
  public Manifest manifest() {
    return neighbours.manifest();
  }

  @Override
  public void index(Item item, Consumer<IndexableField> document) {
    neighbours.index(item, document);
  }

  @Override
  public Encoding encode(UserState user, Situation situation) {
    return neighbours.encode(baseline.stars(user, situation), user, situation);
  }

  @Override
  public Expected expected(UserState user, Situation situation) {
    Map<String, Double> stars = baseline.stars(user, situation);
    double bias = baseline.user(stars);
    Expected fallback = baseline.of(bias);
    IdMap items = neighbours.items();
    Map<Integer, Double> history = new HashMap<>();
    stars.forEach(
        (item, value) -> {
          if (items.ordinal(item) >= 0) {
            history.put(items.ordinal(item), value);
          }
        });
    if (history.isEmpty()) {
      return fallback;
    }
    double mean = stars.values().stream().mapToDouble(x -> x).average().orElseThrow();
    double usual = besideBaseline ? baseline.scale().mean() + bias : mean;
    double[] likeness =
        new Neighbourhood(neighbours.raters(), neighbours.settings()).likeness(history);
    return item -> {
      int ordinal = items.ordinal(item);
      double above = ordinal < 0 ? Double.NaN : above(ordinal, likeness);
      if (Double.isNaN(above)) {
        return fallback.stars(item);
      }
      double ofItem = besideBaseline ? baseline.item(item) : 0;
      return baseline.scale().clip(usual + ofItem + above);
    };
  }

  /** What the nearest raters gave beside the usual; NaN where none is a neighbour. */
  private double above(int item, double[] likeness) {
    Raters raters = neighbours.raters();
    int[] nearest = nearest(item, likeness);
    double sum = 0;
    double weights = 0;
    for (int at : nearest) {
      int place = raters.place(at);
      double alike = likeness[raters.rater(at)];
      sum += alike * raters.weight(place);
      weights += alike * ages[place];
    }
    return weights > 0 ? sum / weights : Double.NaN;
  }

  /** Where the raters most like the user stand, as many as there may be neighbours. */
  private int[] nearest(int item, double[] likeness) {
    Raters raters = neighbours.raters();
    return IntStream.range(raters.firstRater(item), raters.endOfRaters(item))
        .filter(at -> likeness[raters.rater(at)] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(at -> -likeness[raters.rater(at)]))
        .limit(neighbours.settings().neighbours())
        .mapToInt(at -> at)
        .toArray();
  }
}
