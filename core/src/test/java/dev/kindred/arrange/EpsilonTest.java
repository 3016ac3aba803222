package dev.kindred.arrange;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EpsilonTest extends BanditContract {
  @Override
  Arranger arranger() {
    return new Epsilon("clicks", 20, null, 0.1);
  }

  @Test
  void impossibleParametersAreRefused() {
    assertThatThrownBy(() -> new Epsilon(null, 0, null, 1.5)).hasMessageContaining("0..1");
  }
}
