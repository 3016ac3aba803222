package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Event;
import dev.kindred.data.IdMap;
import dev.kindred.data.UserState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final Baseline.Scale SCALE = new Baseline.Scale(3.5, 1, 5, 4, 2, 3);
  private static final Baseline BASELINE =
      new Baseline(SCALE, IdMap.of(List.of("good", "bad")), new float[] {1, -2});

  private static Event rated(String item, double stars, int minutesAgo) {
    return new Event(
        "u", item, Event.RATING, (float) stars, Tastes.NOW.minus(Duration.ofMinutes(minutesAgo)));
  }

  private static Map<String, Double> stars(Event... events) {
    return BASELINE.stars(Tastes.user(events), Tastes.among());
  }

  @Test
  void addsTheBiases() {
    assertThat(BASELINE.of(0.25).stars("good")).isEqualTo(4.75);
    assertThat(BASELINE.of(0.25).stars("bad")).isEqualTo(1.75);
    assertThat(BASELINE.stars("good")).isEqualTo(4.5);
  }

  @Test
  void anUnknownItemIsAverage() {
    assertThat(BASELINE.of(0.25).stars("unheard of")).isEqualTo(3.75);
  }

  @Test
  void staysOnTheScale() {
    assertThat(BASELINE.of(3).stars("good")).isEqualTo(5);
    assertThat(BASELINE.of(-3).stars("bad")).isEqualTo(1);
  }

  @Test
  void shrinksTheBiasOfAUser() {
    assertThat(BASELINE.user(Map.of("good", 5.0, "bad", 1.0, "unheard of", 5.0)))
        .isCloseTo((0.5 - 0.5 + 1.5) / (3 + 3), within(1e-12));
    assertThat(BASELINE.user(Map.of())).isZero();
  }

  @Test
  void theNewestRatingStands() {
    assertThat(stars(rated("good", 2, 9), rated("bad", 3, 5), rated("good", 4.5, 1)))
        .containsExactly(Map.entry("good", 4.5), Map.entry("bad", 3.0));
  }

  @Test
  void anEventWithoutStarsCountsAsAQuartile() {
    Event liked = Tastes.event("good", 1, Duration.ofMinutes(3));
    Event disliked = Tastes.event("bad", -1, Duration.ofMinutes(2));
    assertThat(stars(liked, disliked))
        .containsExactly(Map.entry("good", 4.0), Map.entry("bad", 2.0));
    assertThat(stars(rated("good", 1, 9), liked)).containsExactly(Map.entry("good", 1.0));
    assertThat(stars(liked, rated("good", 1, 1))).containsExactly(Map.entry("good", 1.0));
  }

  @Test
  void ratingsBeyondTheScaleAreBroughtBack() {
    assertThat(stars(rated("good", 100, 1))).containsExactly(Map.entry("good", 5.0));
  }

  @Test
  void aUserWithoutHistoryGaveNothing() {
    assertThat(BASELINE.stars(UserState.UNKNOWN, Tastes.among())).isEmpty();
  }

  @Test
  void refusesBiasesOfOtherItems() {
    assertThatThrownBy(() -> new Baseline(SCALE, IdMap.of(List.of("a")), new float[2]))
        .hasMessage("2 biases of 1 items; expected one an item");
  }
}
