package dev.kindred.arrange;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KlucbTest extends BanditContract {
  @Override
  Arranger arranger() {
    return new Klucb("clicks", 20, null, 0);
  }

  @Test
  void impossibleParametersAreRefused() {
    assertThatThrownBy(() -> new Klucb(null, 0, null, -1)).hasMessageContaining("c must be");
  }
}
