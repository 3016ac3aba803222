package dev.kindred.tools.train.factor;

import dev.kindred.tools.train.rating.RatingTrainerContract;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** On ratings. */
class AutorecStarsTest {
  private static Map<String, String> small(String side) {
    return Map.of(
        "loss", "stars",
        "side", side,
        "factors", "8",
        "learning_rate", "0.02",
        "regularization", "0.1",
        "batch", "8",
        "dropout", "0");
  }

  @Nested
  class OfUsersRows extends RatingTrainerContract {
    @Override
    protected String name() {
      return "autorec";
    }

    @Override
    protected Map<String, String> parameters() {
      return small("user");
    }
  }

  @Nested
  class OfItemsRows extends RatingTrainerContract {
    @Override
    protected String name() {
      return "autorec";
    }

    @Override
    protected Map<String, String> parameters() {
      return small("item");
    }
  }
}
