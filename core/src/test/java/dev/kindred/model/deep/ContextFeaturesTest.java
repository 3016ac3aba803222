package dev.kindred.model.deep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.EventWeights;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.model.Tastes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextFeaturesTest {
  private static final List<String> KNOWN =
      List.of("hour=3", "weekday=1", "device=mobile", "country=fr", "device=", "mobile");

  private static int[] rows(Map<String, String> context, Map<String, String> attributes) {
    Instant now = Instant.parse("2026-03-02T03:59:59Z");
    Situation situation =
        new Situation(now, context, "", EventWeights.EQUAL, Tastes.among().catalogue());
    return ContextFeatures.rows(KNOWN, new UserState("u", List.of(), attributes), situation);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T23:59:59.999Z, hour=23, weekday=7",
    "2026-03-02T00:00:00Z, hour=0, weekday=1",
    "2026-03-02T00:30:00+01:00, hour=23, weekday=7",
    "1969-12-31T12:00:00Z, hour=12, weekday=3"
  })
  void hoursAndWeekdaysAreThoseOfUtc(String time, String hour, String weekday) {
    Instant instant = OffsetDateTime.parse(time).toInstant();
    assertThat(ContextFeatures.hour(instant)).isEqualTo(hour);
    assertThat(ContextFeatures.weekday(instant)).isEqualTo(weekday);
  }

  @Test
  void holdWhatTheRequestAndTheUserSay() {
    assertThat(rows(Map.of(), Map.of())).containsExactly(0, 1);
    assertThat(rows(Map.of("device", "mobile"), Map.of("country", "fr")))
        .containsExactly(0, 1, 2, 3);
    assertThat(rows(Map.of("device", "desktop"), Map.of("country", "FR"))).containsExactly(0, 1);
    assertThat(rows(Map.of("device", ""), Map.of())).containsExactly(0, 1, 4);
  }
}
