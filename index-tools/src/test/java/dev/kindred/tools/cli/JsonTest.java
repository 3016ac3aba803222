package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
  /** As of a standard error over one user. */
  @ParameterizedTest
  @CsvSource({"0.25, 0.25", "NaN, null", "-Infinity, null"})
  void whatIsNoNumberIsNull(double value, String written) {
    String line = Json.line(Json.object().put("se", Json.orNull(value)));
    assertThat(line).isEqualTo("{\"se\":" + written + "}");
  }
}
