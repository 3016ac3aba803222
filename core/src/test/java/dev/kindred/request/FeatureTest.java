package dev.kindred.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static Event event(Instant time) {
    return new Event("u", "i", Event.VIEW, 1, time);
  }

  private static UserState user(Instant... times) {
    return new UserState("u", List.of(times).stream().map(FeatureTest::event).toList(), Map.of());
  }

  @Test
  void measuresTheRequest() {
    Instant yesterday = NOW.minusSeconds(86_400);
    Request request =
        Request.history(List.of(event(yesterday))).text("castle").like(List.of("a", "b")).now(NOW);
    UserState user = user(NOW.minusSeconds(900_000), yesterday);
    assertThat(Feature.HISTORY.of(request, user)).isEqualTo(2);
    assertThat(Feature.SESSION.of(request, user)).isEqualTo(1);
    assertThat(Feature.TEXT.of(request, user)).isEqualTo(1);
    assertThat(Feature.LIKE.of(request, user)).isEqualTo(2);
    assertThat(Feature.IDLE.of(request, user)).isEqualTo(1);
  }

  @Test
  void somebodyWhoNeverCameIsIdleForEver() {
    Request request = Request.EMPTY.now(NOW);
    assertThat(Feature.IDLE.of(request, UserState.UNKNOWN)).isEqualTo(36_500);
    assertThat(Feature.TEXT.of(request, UserState.UNKNOWN)).isZero();
    assertThat(Feature.IDLE.of(request, user(Instant.EPOCH))).isZero();
    assertThat(Feature.IDLE.of(request, user(NOW.plusSeconds(60)))).isZero();
  }

  @Test
  void namesAreKnown() {
    for (Feature feature : Feature.values()) {
      assertThat(Feature.of(feature.label())).isEqualTo(feature);
    }
    assertThatThrownBy(() -> Feature.of("histroy")).hasMessageContaining("did you mean history?");
  }
}
