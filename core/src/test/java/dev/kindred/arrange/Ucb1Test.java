package dev.kindred.arrange;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Ucb1Test extends BanditContract {
  @Override
  Arranger arranger() {
    return new Ucb1("clicks", 20, null, 0.5);
  }

  @Test
  void impossibleParametersAreRefused() {
    assertThatThrownBy(() -> new Ucb1(null, 0, null, -1))
        .hasMessageContaining("exploration must be above 0");
  }
}
