package dev.kindred.tools.train.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AgeingTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final long NOW = 1_700_000_000_000L;

  private static Interactions log() {
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.ALL);
    events.add("u", "undated", 1, 0);
    for (int days = 3; days >= 0; days--) {
      events.add("u", "i" + days, 2, NOW - days * DAY.toMillis());
    }
    return events.build();
  }

  @Test
  void halvesWithEveryHalfLifeBeforeTheNewestEvent() {
    Ageing ageing = Ageing.of(log(), DAY);
    assertThat(ageing.weight(4)).isEqualTo(1);
    assertThat(ageing.weight(3)).isCloseTo(0.5, within(1e-12));
    assertThat(ageing.weight(1)).isCloseTo(0.125, within(1e-12));
  }

  @Test
  void whatHasNoTimeDoesNotAge() {
    assertThat(Ageing.of(log(), DAY).weight(0)).isEqualTo(1);
    assertThat(Ageing.of(log(), null).weight(1)).isEqualTo(1);
  }

  @Test
  void ratiosStayWhenTimePasses() {
    InteractionsBuilder later = new InteractionsBuilder(false, Repeats.ALL);
    later.add("u", "a", 1, NOW - DAY.toMillis()).add("u", "b", 1, NOW);
    later.add("v", "c", 1, NOW + 5 * DAY.toMillis());
    Ageing ageing = Ageing.of(later.build(), DAY);
    assertThat(ageing.weight(0) / ageing.weight(1)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void strengthsFade() {
    Matrix aged = Matrix.strengths(log(), DAY);
    assertThat(aged.values()).contains(2f, 1f, 0.5f, 0.25f);
  }
}
