package dev.kindred.tools.evaluate;

import dev.kindred.tools.evaluate.task.RatingQuery;
import java.io.IOException;

/** Whatever can predict ratings. Implementations are thread-safe and deterministic. */
@FunctionalInterface
public interface Rater {
  /**
   * One rating for each item of {@link RatingQuery#itemIds}, in that order. Must not look at the
   * ratings that were given.
   *
   * @throws IllegalArgumentException when it predicts no ratings at all
   */
  double[] rate(RatingQuery query) throws IOException;
}
