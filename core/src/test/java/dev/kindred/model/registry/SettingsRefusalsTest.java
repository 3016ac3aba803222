package dev.kindred.model.registry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that somebody who writes a network elsewhere may get wrong, and what they are told. */
class SettingsRefusalsTest {
  private static final Path STORED = Path.of("src", "test", "resources", "artifacts", "v1");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gru|factors|0|at least 1",
        "gru|length|-1|at least 1",
        "sasrec|factors|-64|at least 1",
        "sasrec|length|0|at least 1",
        "sasrec|layers|-1|at least 0",
        "sasrec|inner|0|at least 1",
        "sasrec|heads|0|a divisor of factors, 6",
        "sasrec|heads|4|a divisor of factors, 6",
        "neumf|factors|-1|at least 0",
        "neumf|embedding|0|at least 1",
        "neumf|layers|[]|at least one width, each at least 1",
        "widedeep|layers|[4, 0]|at least one width, each at least 1",
        "widedeep|length|0|at least 1",
        "neumf|history_exponent|NaN|a number",
        "twotower|factors|0|at least 1",
        "twotower|embedding|0|at least 1",
        "twotower|layers|[0]|widths of at least 1",
        "twotower|length|0|at least 1",
        "twotower|temperature|0.0|a number above 0",
        "twotower|temperature|-0.1|a number above 0"
      })
  void namesTheSettingThatCannotBe(String kind, String name, String value, String expected)
      throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode manifest =
        (ObjectNode) json.readTree(STORED.resolve(kind + "/manifest.json").toFile());
    ((ObjectNode) manifest.get("settings"))
        .set(
            name,
            value.equals("NaN")
                ? json.getNodeFactory().numberNode(Double.NaN)
                : json.readTree(value));
    json.writeValue(folder.resolve("manifest.json").toFile(), manifest);
    Files.copy(STORED.resolve(kind + "/model.safetensors"), folder.resolve("model.safetensors"));
    assertThatThrownBy(() -> Models.load(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "%s: settings.%s is %s; expected %s",
            folder.resolve("manifest.json"), name, value, expected);
  }
}
