package dev.kindred.data.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeaturesTest {
  private static final List<String> SIGNALS = List.of("als", "text");
  private static final List<String> CONTEXT = List.of("device=mobile", "hour=evening");

  @Test
  void signalsAreBoundedAndConditionsAreIndicators() {
    Features features = new Features(SIGNALS, CONTEXT, false);
    assertThat(features.of(Map.of("als", -1.0, "text", 3.0, "x", 9.0), Map.of("device", "mobile")))
        .containsExactly(1, -0.5, 0.75, 1, 0);
    assertThat(features.of(Map.of(), Map.of("device", "desk", "hour", "evening")))
        .containsExactly(1, 0, 0, 0, 1);
  }

  @Test
  void crossedFeaturesAreProducts() {
    Features features = new Features(SIGNALS, CONTEXT, true);
    assertThat(features.of(Map.of("als", 1.0, "text", 3.0), Map.of("hour", "evening")))
        .containsExactly(1, 0.5, 0.75, 0, 1, 0, 0.5, 0, 0.75);
    assertThat(features.names())
        .hasSize(features.dimension())
        .endsWith("text × device=mobile", "text × hour=evening");
  }

  @Test
  void aContextFeatureIsNameAndValue() {
    assertThatThrownBy(() -> new Features(SIGNALS, List.of("mobile"), false))
        .hasMessageContaining("device=mobile; got 'mobile'");
  }
}
