package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
  private static final long DAY = 86_400_000;

  @ParameterizedTest
  @CsvSource({
    "1897, 1897-01-01T00:00:00Z, 1897-12-31T23:59:59.999Z",
    "'  1897 ', 1897-01-01T00:00:00Z, 1897-12-31T23:59:59.999Z",
    "800, 0800-01-01T00:00:00Z, 0800-12-31T23:59:59.999Z",
    "-800, -0800-01-01T00:00:00Z, -0800-12-31T23:59:59.999Z",
    "0, 0000-01-01T00:00:00Z, 0000-12-31T23:59:59.999Z",
    "2024-02, 2024-02-01T00:00:00Z, 2024-02-29T23:59:59.999Z",
    "1897-05-26, 1897-05-26T00:00:00Z, 1897-05-26T23:59:59.999Z",
    "-0043-03-15, -0043-03-15T00:00:00Z, -0043-03-15T23:59:59.999Z",
    "2024-05-01T10:00:00Z, 2024-05-01T10:00:00Z, 2024-05-01T10:00:00Z",
    "2024-05-01T10:00:00+02:00, 2024-05-01T08:00:00Z, 2024-05-01T08:00:00Z",
    "2024-05-01T10:00, 2024-05-01T10:00:00Z, 2024-05-01T10:00:00Z",
    "2024-05-01 10:00:00, 2024-05-01T10:00:00Z, 2024-05-01T10:00:00Z",
    "978300760, 2000-12-31T22:12:40Z, 2000-12-31T22:12:40Z",
    "978300760000, 2000-12-31T22:12:40Z, 2000-12-31T22:12:40Z",
    "-315619200, 1960-01-01T00:00:00Z, 1960-01-01T00:00:00Z",
    "1.7e9, 2023-11-14T22:13:20Z, 2023-11-14T22:13:20Z",
    "1700000000.25, 2023-11-14T22:13:20.250Z, 2023-11-14T22:13:20.250Z",
  })
  void readsWhatCataloguesWrite(String written, Instant first, Instant last) {
    assertThat(Moment.of(written)).isEqualTo(new Moment(first.toEpochMilli(), last.toEpochMilli()));
  }

  @Test
  void readsNumbers() {
    assertThat(Moment.of(1897)).isEqualTo(Moment.of("1897"));
    assertThat(Moment.of(1897L)).isEqualTo(Moment.of("1897"));
    assertThat(Moment.of(1897.0)).isEqualTo(Moment.of("1897"));
    assertThat(Moment.of(-800)).isEqualTo(Moment.of("-800"));
    assertThat(Moment.of(978_300_760L)).isEqualTo(Moment.of("978300760"));
    assertThat(Moment.of(978_300_760_123L).first()).isEqualTo(978_300_760_123L);
  }

  @Test
  void aLeapYearIsADayLonger() {
    Moment year = Moment.of(2024);
    assertThat(year.last() - year.first() + 1).isEqualTo(366 * DAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "1897.5", "NaN", "2024-13", "2024-02-30", "26/05/1897", "2024-5-1"})
  void refusesEverythingElse(String written) {
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Moment.of(written));
  }
}
