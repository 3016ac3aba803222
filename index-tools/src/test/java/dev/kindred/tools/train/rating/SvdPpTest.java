package dev.kindred.tools.train.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SvdPpTest {
  @Nested
  class GradientDescent extends RatingTrainerContract {
    @Override
    protected String name() {
      return "svdpp";
    }

    @Override
    protected Map<String, String> parameters() {
      return Map.of(
          "solver",
          "sgd",
          "factors",
          "4",
          "validation",
          "0",
          "epochs",
          "40",
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
      return "svdpp";
    }

    @Override
    protected Map<String, String> parameters() {
      return Map.of("factors", "4", "epochs", "80");
    }
  }

  @Test
  void bothSolversFindTheFactorsBehindRatings() throws IOException {
    double averages = new Stars(1).error("bias", Map.of());
    for (String solver : new String[] {"sgd", "gibbs"}) {
      double error =
          new Stars(1)
              .error(
                  "svdpp",
                  Map.of(
                      "solver",
                      solver,
                      "factors",
                      "2",
                      "learning_rate",
                      "0.03",
                      "regularization",
                      "0.06",
                      "epochs",
                      "80"));
      assertThat(error).as(solver).isLessThan(0.8 * averages);
    }
  }
}
