package dev.kindred.model;

import dev.kindred.data.Event;
import dev.kindred.data.IdMap;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Tensor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What averages alone expect: {@code μ + b_user + b_item}, each bias shrunk towards 0 for want of
 * ratings (Koren 2010, "Factor in the neighbors", section 2.1). Knows no users: a user's bias
 * follows from the history. Every rating model falls back on it. Immutable and thread-safe.
 */
public final class Baseline implements RatingModel.Expected {
  private static final String BIASES = "item_biases";

  private final Scale scale;
  private final IdMap items;
  private final float[] biases;

  /**
   * What ratings mean.
   *
   * @param mean of all ratings, in stars
   * @param lowest rating there was
   * @param highest rating there was
   * @param liked what an event without stars counts as, when it speaks for its item
   * @param disliked the same, when it speaks against its item
   * @param shrinkage how many ratings of the mean are added to a user's own
   */
  public record Scale(
      double mean, double lowest, double highest, double liked, double disliked, double shrinkage) {
    /** The nearest number of stars that can be given. */
    public double clip(double stars) {
      return Math.clamp(stars, lowest, highest);
    }

    /**
     * The stars of a history, by item, in the order in which the items came up: the newest rating
     * of each; for an item without one, what its other events count as.
     */
    public Map<String, Double> stars(UserState user, Situation situation) {
      Map<String, Double> stars = new LinkedHashMap<>();
      Map<String, Double> rated = new LinkedHashMap<>();
      for (Event event : user.history()) {
        double strength = situation.weights().strength(event);
        if (event.type().equals(Event.RATING)) {
          rated.put(event.itemId(), clip(event.value()));
          stars.putIfAbsent(event.itemId(), liked);
        } else if (strength != 0) {
          stars.put(event.itemId(), strength > 0 ? liked : disliked);
        }
      }
      stars.putAll(rated);
      return stars;
    }
  }

  /**
   * @param biases in the order of {@code items}, in stars; 0 for an item nobody rated
   */
  public Baseline(Scale scale, IdMap items, float[] biases) {
    if (biases.length != items.size()) {
      throw new IllegalArgumentException(
          biases.length + " biases of " + items.size() + " items; expected one an item");
    }
    this.scale = scale;
    this.items = items;
    this.biases = biases;
  }

  /** Reads what {@link #save} wrote. */
  public static Baseline read(Scale scale, IdMap items, ArtifactReader artifact)
      throws IOException {
    return new Baseline(scale, items, artifact.tensor(BIASES, DType.F32, items.size()).floats());
  }

  /** Adds the biases to an artifact; the scale and the items are the model's to write. */
  public void save(ArtifactWriter artifact) {
    artifact.tensor(BIASES, Tensor.of(biases, items.size()));
  }

  public Scale scale() {
    return scale;
  }

  /** {@link Scale#stars} on this baseline's scale. */
  public Map<String, Double> stars(UserState user, Situation situation) {
    return scale.stars(user, situation);
  }

  /** The item's bias in stars; 0 for an unknown one. */
  public double item(String itemId) {
    int ordinal = items.ordinal(itemId);
    return ordinal < 0 ? 0 : biases[ordinal];
  }

  /** The bias in stars of a user who gave these. */
  public double user(Map<String, Double> stars) {
    double sum = 0;
    for (Map.Entry<String, Double> one : stars.entrySet()) {
      sum += one.getValue() - scale.mean - item(one.getKey());
    }
    return stars.isEmpty() ? 0 : sum / (scale.shrinkage + stars.size());
  }

  /** What stars lie above what is expected of the user who gave them, by item. */
  public Map<String, Double> above(Map<String, Double> stars) {
    double usual = scale.mean + user(stars);
    Map<String, Double> above = new LinkedHashMap<>();
    stars.forEach((item, given) -> above.put(item, given - usual - item(item)));
    return above;
  }

  /** What an average user is expected to give, within the scale. */
  @Override
  public double stars(String itemId) {
    return scale.clip(scale.mean + item(itemId));
  }

  /** What a user with this bias is expected to give. */
  public RatingModel.Expected of(double userBias) {
    return itemId -> scale.clip(scale.mean + userBias + item(itemId));
  }
}
