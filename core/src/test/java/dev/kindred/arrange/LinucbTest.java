package dev.kindred.arrange;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.bandit.Features;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinucbTest extends BanditContract {
  private static final Features FEATURES = new Features(List.of("taste"), List.of(), false);

  @Override
  Arranger arranger() {
    return new Linucb("linear", 20, null, FEATURES, false, 1, 0.5);
  }

  @Test
  void impossibleParametersAreRefused() {
    assertThatThrownBy(() -> new Linucb(null, 0, null, null, false, 0, -1))
        .hasMessageContaining("alpha must be above 0");
  }

  /** The same promises with a regression an item. */
  static class DisjointTest extends BanditContract {
    @Override
    Arranger arranger() {
      return new Linucb("linear", 20, null, null, true, 1, 1);
    }
  }
}
