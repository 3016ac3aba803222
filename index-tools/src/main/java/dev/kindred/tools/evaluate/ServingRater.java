package dev.kindred.tools.evaluate;

import dev.kindred.Recommender;
import dev.kindred.request.Request;
import dev.kindred.tools.evaluate.task.RatingQuery;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Asks a recommender for ratings as an application would; each query is a visitor who brings the
 * history along, as for {@link ServingAnswerer}. Thread-safe.
 */
public final class ServingRater implements Rater {
  private final Recommender recommender;
  private final String profile;
  private final Map<String, Map<String, String>> attributes;

  /**
   * @param recommender built from the task's training data; not closed here
   * @param profile whose model predicts
   */
  public ServingRater(Recommender recommender, String profile) {
    this(recommender, profile, Map.of());
  }

  /**
   * @param attributes declared facts by user id, which a visitor brings along as context
   */
  public ServingRater(
      Recommender recommender, String profile, Map<String, Map<String, String>> attributes) {
    this.recommender = recommender;
    this.profile = profile;
    this.attributes = attributes;
  }

  @Override
  public double[] rate(RatingQuery query) throws IOException {
    Request request =
        Request.history(query.history())
            .context(attributes.getOrDefault(query.userId(), Map.of()))
            .profile(profile)
            .now(query.now());
    List<String> items = query.itemIds();
    Map<String, Double> stars = recommender.rate(request, items);
    return items.stream().mapToDouble(stars::get).toArray();
  }
}
