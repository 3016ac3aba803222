package dev.kindred.tools.train.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.tools.train.Checkerboard;
import dev.kindred.tools.train.NetworkContract;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.registry.Trainers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GruTest extends NetworkContract {
  @Override
  protected String name() {
    return "gru";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of(
        "factors",
        "8",
        "epochs",
        "40",
        "learning_rate",
        "0.02",
        "validation",
        "0",
        "dropout",
        "0.1",
        "batch",
        "8",
        "steps",
        "5");
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void everyLossLearns(Loss loss) {
    List<Double> merits = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void epoch(int done, int total, double value) {
            throw new AssertionError("validation is asked for");
          }

          @Override
          public void epoch(int done, int total, double value, double validation) {
            merits.add(validation);
          }
        };
    Trainers.create(
            "gru",
            Map.of(
                "factors",
                "8",
                "epochs",
                "60",
                "learning_rate",
                "0.02",
                "loss",
                loss.name(),
                "negatives",
                "8",
                "batch",
                "8",
                "steps",
                "5"))
        .train(Checkerboard.dataset(), new Run("gru", "1", 3, 2, progress));
    assertThat(merits.stream().max(Double::compare).orElseThrow()).isGreaterThan(0.8);
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("gru", Map.of("steps", "0")))
        .hasMessage("model 'gru': steps must be 1 to 1000, was 0");
  }
}
