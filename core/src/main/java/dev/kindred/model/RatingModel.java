package dev.kindred.model;

import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import java.io.IOException;

/** A model that can say how many stars a user would give. */
public interface RatingModel extends Model {
  /**
   * Reads the user once, for any number of questions.
   *
   * @throws IOException when the situation's catalogue cannot be read
   */
  Expected expected(UserState user, Situation situation) throws IOException;

  /** What one user is expected to give. Immutable and thread-safe. */
  @FunctionalInterface
  interface Expected {
    /**
     * The expected rating, within the scale of the ratings. There is one for every item and every
     * user: what the model knows nothing of is answered by its {@link Baseline}.
     */
    double stars(String itemId);
  }
}
