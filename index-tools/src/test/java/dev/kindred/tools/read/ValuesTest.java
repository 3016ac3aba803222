package dev.kindred.tools.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids, numbers, times and lists as text. */
class ValuesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1970-01-01T00:00:00Z",
    "978300760, 2000-12-31T22:12:40Z",
    "978300760.5, 2000-12-31T22:12:40.500Z",
    "9.7830076e8, 2000-12-31T22:12:40Z",
    "978300760000, 2000-12-31T22:12:40Z",
    "100000000000, 1973-03-03T09:46:40Z",
    "7258118399, 2199-12-31T23:59:59Z",
    "2000-12-31, 2000-12-31T00:00:00Z",
    "2000-12-31T22:12:40, 2000-12-31T22:12:40Z",
    "2000-12-31 22:12:40, 2000-12-31T22:12:40Z",
    "2000-12-31T22:12:40+02:00, 2000-12-31T20:12:40Z",
    "2019-11-24 00:03:13.442536+00:00, 2019-11-24T00:03:13.442Z",
    "2000-12-31T22:12:40-0530, ",
  })
  void timesOfEvents(String text, String expected) throws BadLine {
    if (expected == null) {
      assertThatThrownBy(() -> Times.event(text)).isInstanceOf(BadLine.class);
    } else {
      assertThat(Instant.ofEpochMilli(Times.event(text))).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "-1",
        "7258118400",
        "7258118400000",
        "99999999999999999999",
        "2000-02-30",
        "20001231T00",
        "2000-1-1",
        "1e400",
        "2000-12-31T25:00:00",
        "--------------"
      })
  void noTimesOfEvents(String text) {
    assertThatThrownBy(() -> Times.event(text)).isInstanceOf(BadLine.class);
  }

  @Test
  void timesOfItemsStayAsWritten() throws BadLine {
    assertThat(Times.item("t", "1897")).isEqualTo(1897L);
    assertThat(Times.item("t", "2008.0")).isEqualTo(2008L);
    assertThat(Times.item("t", " -750 ")).isEqualTo(-750L);
    assertThat(Times.item("t", "1897-05")).isEqualTo("1897-05");
    assertThat(Times.item("t", "1897-05-26")).isEqualTo("1897-05-26");
    assertThatThrownBy(() -> Times.item("t", "1897-13")).isInstanceOf(BadLine.class);
  }

  @Test
  void numbers() throws BadLine {
    assertThat(Numbers.number("n", "42")).isEqualTo(42L);
    assertThat(Numbers.number("n", " -7 ")).isEqualTo(-7L);
    assertThat(Numbers.number("n", "4.20")).isEqualTo(4.2);
    assertThat(Numbers.number("n", "12345678901234567890")).isEqualTo(1.2345678901234567E+19);
    assertThat(Numbers.value("n", "3.4028235e38")).isEqualTo(Float.MAX_VALUE);
    assertThat(Numbers.value("n", "+.5")).isEqualTo(0.5f);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", ".", "e", "1e", "1,5", "0x1", "1d", "NaN", "Infinity", "１"})
  void noNumbers(String text) {
    assertThat(Numbers.isNumber(text)).isFalse();
    assertThatThrownBy(() -> Numbers.number("n", text))
        .isInstanceOf(BadLine.class)
        .hasMessage("the n is \"" + text + "\", expected a finite decimal number");
  }

  @Test
  void splitting() {
    assertThat(Texts.split("a::b::", "::")).containsExactly("a", "b", "");
    assertThat(Texts.split("", "::")).containsExactly("");
    assertThat(Texts.split("a:::b", "::")).containsExactly("a", ":b");
    assertThat(Texts.list(" a | |b|", "|")).isEqualTo(List.of("a", "b"));
  }

  @Test
  void quoting() {
    assertThat(BadLine.quoted("a\nb\r")).isEqualTo("\"a\\nb\\r\"");
    assertThat(BadLine.quoted("x".repeat(99))).isEqualTo("\"" + "x".repeat(57) + "...\"");
  }

  @Test
  void ids() throws BadLine {
    assertThat(Ids.check("user", "  a b ")).isEqualTo("a b");
    assertThatThrownBy(() -> Ids.check("user", null))
        .hasMessage("the user id is empty, expected 1 to 512 bytes");
  }
}
