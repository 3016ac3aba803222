package dev.kindred.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CircumstancesTest {
  private static final Request SUNDAY_NIGHT =
      Request.EMPTY.now(Instant.parse("2026-06-07T23:30:00Z"));

  private static Map<String, String> features(Map<String, String> context) {
    return Circumstances.of(SUNDAY_NIGHT.context(context)).features();
  }

  @Test
  void theClockSaysDaypartAndWeekday() {
    assertThat(features(Map.of()))
        .containsOnly(Map.entry("daypart", "evening"), Map.entry("weekday", "sunday"));
  }

  @Test
  void inTheZoneOfTheContext() {
    assertThat(features(Map.of("zone", "Europe/Bucharest")))
        .containsEntry("daypart", "night")
        .containsEntry("weekday", "monday");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> features(Map.of("zone", "Mars/Olympus")))
        .withMessageContaining("Mars/Olympus");
  }

  @Test
  void whatTheContextSaysHolds() {
    assertThat(features(Map.of("daypart", "siesta", "device", "tv")))
        .containsEntry("daypart", "siesta")
        .containsEntry("device", "tv");
    assertThat(Circumstances.of(Request.EMPTY).features()).as("without a clock").isEmpty();
  }

  @Test
  void everyConditionMustHold() {
    Circumstances moment = Circumstances.of(SUNDAY_NIGHT.context(Map.of("device", "tv")));
    assertThat(moment.meet(Map.of())).isTrue();
    assertThat(moment.meet(Map.of("device", "tv", "weekday", "sunday"))).isTrue();
    assertThat(moment.meet(Map.of("device", "tv", "weekday", "monday"))).isFalse();
    assertThat(moment.meet(Map.of("country", "RO"))).isFalse();
  }
}
