package dev.kindred.tools.train.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MfTest {
  @Nested
  class LeastSquares extends RatingTrainerContract {
    @Override
    protected String name() {
      return "mf";
    }

    @Override
    protected Map<String, String> parameters() {
      return Map.of("factors", "4", "validation", "0", "epochs", "20", "regularization", "0.02");
    }
  }

  @Nested
  class GradientDescent extends RatingTrainerContract {
    @Override
    protected String name() {
      return "mf";
    }

    @Override
    protected Map<String, String> parameters() {
      return Map.of(
          "factors",
          "4",
          "validation",
          "0",
          "epochs",
          "60",
          "solver",
          "sgd",
          "learning_rate",
          "0.03",
          "regularization",
          "0.02");
    }
  }

  @Nested
  class Sampling extends RatingTrainerContract {
    @Override
    protected String name() {
      return "mf";
    }

    @Override
    protected Map<String, String> parameters() {
      return Map.of("factors", "4", "solver", "gibbs", "epochs", "80");
    }
  }

  @Test
  void everySolverFindsTheFactorsBehindRatings() throws IOException {
    double averages = new Stars(1).error("bias", Map.of());
    for (String solver : new String[] {"als", "sgd", "gibbs"}) {
      double error =
          new Stars(1)
              .error(
                  "mf",
                  Map.of(
                      "factors",
                      "2",
                      "regularization",
                      "0.06",
                      "solver",
                      solver,
                      "learning_rate",
                      "0.03",
                      "epochs",
                      "80"));
      assertThat(error).as(solver).isLessThan(0.75 * averages).isLessThan(Stars.NOISE + 0.35);
    }
  }

  @Test
  void stopsWhenErrorsFallNoMore() {
    var model =
        Trainers.create("mf", Map.of("factors", "8", "regularization", "0.001", "epochs", "60"))
            .train(new Stars(2).dataset(), new Run("mf", "1", 1, 1, Progress.NONE));
    assertThat(model.manifest().metrics().get("rounds")).isLessThan(30);
    assertThat(model.manifest().metrics().get("validation_rmse")).isPositive();
  }

  @Test
  void saysWhatToDoWhenDescentDiverges() {
    Run run = new Run("mf", "1", 1, 1, Progress.NONE);
    assertThatThrownBy(
            () ->
                Trainers.create("mf", Map.of("solver", "sgd", "learning_rate", "10"))
                    .train(new Stars(1).dataset(), run))
        .hasMessage("the training of model 'mf' diverged to NaN: lower learning_rate");
  }

  /** Less than the last place of the floats beside it, in training and in a request. */
  @ParameterizedTest
  @ValueSource(strings = {"als", "sgd"})
  void nextToNoRegularizationIsRaisedToWhatRoundingLeaves(String solver) throws IOException {
    double error =
        new Stars(1)
            .error("mf", Map.of("solver", solver, "regularization", "1e-9", "validation", "0"));
    assertThat(error).isFinite();
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("mf", Map.of("factors", "0")))
        .hasMessage("model 'mf': factors must be 1 to 512, was 0");
    assertThatThrownBy(() -> Trainers.create("mf", Map.of("solver", "magic")))
        .hasMessageContaining("magic");
  }
}
