package dev.kindred.tools.train.sequence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.tools.train.NetworkContract;
import dev.kindred.tools.train.registry.Trainers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SasRecTest extends NetworkContract {
  @Override
  protected String name() {
    return "sasrec";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of(
        "factors",
        "8",
        "epochs",
        "60",
        "learning_rate",
        "0.01",
        "validation",
        "0",
        "dropout",
        "0.1",
        "batch",
        "8");
  }

  /** With validation, so that the best epoch need not be the last. */
  @Override
  protected Map<String, String> interrupted() {
    return Map.of("factors", "8", "batch", "8");
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("sasrec", Map.of("heads", "3")))
        .hasMessage("model 'sasrec': heads must divide factors 64, was 3");
    assertThatThrownBy(() -> Trainers.create("sasrec", Map.of("dropout", "1")))
        .hasMessage("model 'sasrec': dropout must be 0 to 0.95, was 1");
    assertThatThrownBy(() -> Trainers.create("sasrec", Map.of("loss", "hinge")))
        .hasMessageContaining("hinge");
  }
}
