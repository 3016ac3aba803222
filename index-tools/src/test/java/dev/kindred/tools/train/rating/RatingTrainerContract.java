package dev.kindred.tools.train.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Dataset;
import dev.kindred.data.UserState;
import dev.kindred.model.RatingModel;
import dev.kindred.model.Tastes;
import dev.kindred.tools.train.Checkerboard;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.TrainerContract;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What every trainer of ratings promises beside {@link TrainerContract}. */
public abstract class RatingTrainerContract extends TrainerContract {
  @Override
  protected final Dataset dataset() {
    return Checkerboard.ratings();
  }

  @Override
  protected final UserState user(int number) {
    return Checkerboard.rater(number);
  }

  final RatingModel train(Dataset data) {
    Run run = new Run(name(), "1", 5, 1, Progress.NONE);
    return (RatingModel) Trainers.create(name(), parameters()).train(data, run);
  }

  @Test
  void refusesPlainFeedback() {
    assertThatThrownBy(() -> train(Checkerboard.dataset()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("learns from ratings, and these events are plain feedback");
  }

  @Test
  void predictsTheStarsOfTheCheckerboard() throws IOException {
    RatingModel model = train(dataset());
    for (int user = 0; user < Checkerboard.SIZE; user++) {
      RatingModel.Expected expected = model.expected(user(user), Tastes.among());
      double withheld = expected.stars(Checkerboard.item(user));
      assertThat(withheld).isBetween(1.0, 5.0);
      if (personal()) {
        assertThat(withheld).as("user %s", user).isGreaterThan(3.5);
      }
    }
  }
}
