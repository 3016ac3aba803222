package dev.kindred.tools.train.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FmTest {
  private static final Map<String, String> SMALL =
      Map.of("factors", "3", "iterations", "40", "warmup", "20", "samples", "10");

  @Nested
  class Stars1to5 extends RatingTrainerContract {
    @Override
    protected String name() {
      return "fm";
    }

    @Override
    protected Map<String, String> parameters() {
      return SMALL;
    }
  }

  @Nested
  class IdsOnly extends RatingTrainerContract {
    @Override
    protected String name() {
      return "fm";
    }

    @Override
    protected Map<String, String> parameters() {
      return Map.of(
          "factors",
          "3",
          "iterations",
          "40",
          "warmup",
          "20",
          "samples",
          "10",
          "implicit",
          "false",
          "attributes",
          "false");
    }
  }

  @Test
  void findsTheFactorsBehindRatings() throws IOException {
    double averages = new Stars(1).error("bias", Map.of());
    for (String ordinal : new String[] {"false", "true"}) {
      double error =
          new Stars(1)
              .error(
                  "fm",
                  Map.of(
                      "factors",
                      "3",
                      "iterations",
                      "60",
                      "samples",
                      "20",
                      "warmup",
                      "20",
                      "ordinal",
                      ordinal,
                      "fields",
                      "genre"));
      assertThat(error).as("ordinal %s", ordinal).isLessThan(0.75 * averages);
    }
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("fm", Map.of("factors", "64", "samples", "20")))
        .hasMessage("model 'fm': factors × samples must be at most 1023, was 64 × 20");
    assertThatThrownBy(
            () ->
                Trainers.create(
                    "fm",
                    Map.of("factors", "128", "samples", "33554432", "iterations", "33554432")))
        .hasMessage("model 'fm': factors × samples must be at most 1023, was 128 × 33554432");
    assertThatThrownBy(() -> Trainers.create("fm", Map.of("iterations", "5")))
        .hasMessage("model 'fm': iterations must be at least 40, was 5");
  }
}
