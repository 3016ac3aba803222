package dev.kindred.tools.read.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Repeats;
import dev.kindred.tools.read.InputException;
import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.ItemFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindredConfigTest {
  @TempDir Path folder;

  private Path write(String yaml) {
    try {
      return Files.writeString(folder.resolve("kindred.yaml"), yaml);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private KindredConfig read(String yaml) {
    return KindredConfig.read(write(yaml));
  }

  @Test
  void everyKey() {
    KindredConfig config =
        read(
            """
            items:  { id: sku, text: [title, description], keywords: [category, tags], numbers: [price], time: published, domain: domain, vectors: { image: image_vec } }
            events: { user: who, item: what, type: how, value: much, time: when, weights: { view: 0.2, cart: 0.6, purchase: 1 }, half_life: P30D, repeat: drop }
            models: [ { content: {} }, { als: { factors: 64, regularization: 0.01 } }, sasrec, { ease: } ]
            profiles: { home: { window: 500 } }
            """);
    assertThat(config.items())
        .isEqualTo(
            new ItemFields(
                "sku",
                List.of("title", "description"),
                List.of("category", "tags"),
                List.of("price"),
                "published",
                "domain",
                Map.of("image", "image_vec")));
    assertThat(config.events().columns())
        .isEqualTo(new EventColumns("who", "what", "how", "much", "when"));
    assertThat(config.events().weights().byType())
        .isEqualTo(Map.of("view", 0.2, "cart", 0.6, "purchase", 1.0));
    assertThat(config.events().halfLife()).contains(Duration.ofDays(30));
    assertThat(config.events().repeat()).contains(Repeats.LAST);
    assertThat(config.models())
        .extracting(ModelChoice::name)
        .containsExactly("content", "als", "sasrec", "ease");
    assertThat(config.models().get(1).parameters().get("factors").intValue()).isEqualTo(64);
    assertThat(config.models().get(3).parameters()).isEmpty();
    assertThat(config.profiles().get("home").get("window").intValue()).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "# nothing\n", "---\n", "{}", "items:\nevents:\nmodels:\nprofiles:\n"})
  void everythingMayBeLeftOut(String yaml) {
    assertThat(read(yaml)).isEqualTo(KindredConfig.DEFAULTS);
  }

  @Test
  void anEmptyListIsNotAMissingOne() {
    ItemFields items = read("items: { text: [], keywords: genre }").items();
    assertThat(items.text()).isEmpty();
    assertThat(items.keywords()).containsExactly("genre");
    assertThat(items.numbers()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"drop, LAST", "first, FIRST", "last, LAST", "sum, SUM", "all, ALL"})
  void repeats(String name, Repeats expected) {
    assertThat(read("events: { repeat: " + name + " }").events().repeat()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "itms: {} ! :1: unknown key \"itms\"; did you mean items? known: events, items, models, profiles",
        "items: { txt: [a] } ! :1: unknown key \"txt\"; did you mean text? known: domain, id, keywords, numbers, text, time, vectors",
        "events: { halflife: P1D } ! :1: unknown key \"halflife\"; did you mean half_life? known: half_life, item, repeat, time, type, user, value, weights",
        "events: { repeat: dropp } ! :1: events: unknown repeat \"dropp\"; did you mean drop? known: drop, first, last, sum, all",
        "events: { half_life: 30 days } ! :1: events: half_life is \"30 days\", expected a positive ISO-8601 duration such as P30D or PT12H",
        "events: { half_life: P0D } ! :1: events: half_life is \"P0D\", expected a positive ISO-8601 duration such as P30D or PT12H",
        "events: { weights: { view: NaN } } ! :1: events: the weight of view is NaN, expected a finite number",
        "models: [ 5 ] ! :1: models[0]: a model is 5, expected a name, or one name with its parameters as { als: { factors: 64 } }",
        "models: [ { als: 5 } ] ! :1: models[0]: the parameters of als are 5, expected such as { factors: 64 }",
      })
  void mistakesAreNamedWithTheirLine(String yaml, String message) {
    Path file = write(yaml);
    assertThatThrownBy(() -> KindredConfig.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(file + message + "; correct it; build --print-config shows every key");
  }

  @Test
  void laterMistakesHaveLaterLines() {
    Path file = write("items:\n  id: a\n\nevents:\n  weight: {}\n");
    assertThatThrownBy(() -> KindredConfig.read(file))
        .hasMessageStartingWith(file + ":5: unknown key \"weight\"; did you mean weights?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"items: [", "items: 5", "a: b: c", "items: {id: a, id: b}", "\t- x", "events: []"})
  void brokenYaml(String yaml) {
    Path file = write(yaml);
    assertThatThrownBy(() -> KindredConfig.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ":1: ");
  }

  @Test
  void whatTheParserMetIsNamedWithItsLine() {
    Path file = write("models:\n\t- ease\n");
    assertThatThrownBy(() -> KindredConfig.read(file))
        .hasMessageStartingWith(
            file + ":2: found character '\\t(TAB)' that cannot start any token");
  }

  @Test
  void aMissingFile() {
    assertThatThrownBy(() -> KindredConfig.read(folder.resolve("none.yaml")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none.yaml: it cannot be read (");
  }

  @Test
  void theTemplateSaysNothingUntilUncommented() {
    String template = KindredConfig.template();
    assertThat(read(template)).isEqualTo(KindredConfig.DEFAULTS);
    String uncommented =
        template.lines().map(KindredConfigTest::uncommented).reduce("", (a, b) -> a + b + "\n");
    KindredConfig config = read(uncommented);
    assertThat(config.items().vectors()).isEqualTo(Map.of("image", "image_vec"));
    assertThat(config.events().repeat()).contains(Repeats.LAST);
    assertThat(config.models()).hasSize(4);
    assertThat(config.profiles()).containsKey("home");
  }

  /** Takes the mark from lines with a key or a list's dash, as the template says. */
  private static String uncommented(String line) {
    return line.matches("# +(\\w+:|- \\w+).*") || line.matches("# \\w+:")
        ? line.substring(2)
        : line;
  }
}
