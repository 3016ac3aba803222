package dev.kindred.tools.train.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Dataset;
import dev.kindred.data.Event;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.data.UserState;
import dev.kindred.model.RatingModel;
import dev.kindred.model.Tastes;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BiasTest extends RatingTrainerContract {
  @Override
  protected String name() {
    return "bias";
  }

  @Override
  protected boolean personal() {
    return false;
  }

  /** Two users, two items; solved by hand: one round, items first, both shrunk by one rating. */
  @Test
  void solvesTheBiasesByTurns() throws IOException {
    InteractionsBuilder ratings = new InteractionsBuilder(true, Repeats.LAST);
    ratings.add("u", "a", 5, 1).add("u", "b", 3, 2).add("v", "a", 4, 3);
    Dataset data = new Dataset(ratings.build(), List.of());
    var trainer =
        Trainers.create(
            "bias", Map.of("item_shrinkage", "1", "user_shrinkage", "1", "iterations", "1"));
    RatingModel model =
        (RatingModel) trainer.train(data, new Run("bias", "1", 1, 1, Progress.NONE));
    double a = (1.0 + 0.0) / 3;
    double b = -1.0 / 2;
    double u = (1 - a + (-1 - b)) / 3;
    UserState user =
        new UserState(
            "u",
            List.of(
                new Event("u", "a", Event.RATING, 5, Tastes.NOW),
                new Event("u", "b", Event.RATING, 3, Tastes.NOW)),
            Map.of());
    RatingModel.Expected expected = model.expected(user, Tastes.among());
    assertThat(expected.stars("a")).isCloseTo(4 + a + u, within(1e-6));
    assertThat(expected.stars("b")).isCloseTo(4 + b + u, within(1e-6));
    assertThat(expected.stars("never seen")).isCloseTo(4 + u, within(1e-6));
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("bias", Map.of("item_shrinkage", "-1")))
        .hasMessage("model 'bias': item_shrinkage must be at least 0, was -1");
  }
}
