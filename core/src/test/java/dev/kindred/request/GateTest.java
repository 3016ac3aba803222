package dev.kindred.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GateTest {
  @Test
  void goesFromOneMultiplierToTheOther() {
    Gate gate = new Gate(Feature.HISTORY, 10, 2, 0.5);
    assertThat(gate.at(0)).isEqualTo(2);
    assertThat(gate.at(10)).isCloseTo(1.25, within(1e-12));
    assertThat(gate.at(1e9)).isCloseTo(0.5, within(1e-6));
    assertThat(gate.at(5)).isBetween(gate.at(10), gate.at(0));
  }

  @Test
  void withoutAPivotItSwitches() {
    Gate gate = new Gate(Feature.TEXT, 0, 1, 0.2);
    assertThat(gate.at(0)).isEqualTo(1);
    assertThat(gate.at(1)).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void impossibleParametersAreRefused() {
    assertThatThrownBy(() -> new Gate(Feature.IDLE, -1, 1, 1)).hasMessageContaining("gate of idle");
    assertThatThrownBy(() -> new Gate(Feature.IDLE, 1, Double.POSITIVE_INFINITY, 1))
        .hasMessageContaining("finite");
  }
}
