package dev.kindred.model.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.data.Catalogue;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Model;
import dev.kindred.model.Tastes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Artifacts written elsewhere mean here what they mean there: {@code parity.py} computed the scores
 * beside them with none of our code.
 */
class ParityTest {
  private static final Path STORED = Path.of("src", "test", "resources", "artifacts", "v1");
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<String> kinds() throws IOException {
    try (Stream<Path> folders = Files.list(STORED)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("parity.json")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void coversTheModelsThatCanBeTrainedElsewhere() throws IOException {
    assertThat(kinds()).contains("als", "gru", "neumf", "sasrec", "twotower", "widedeep");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void scoresAsComputedElsewhere(String kind) throws IOException {
    Model model = Models.load(STORED.resolve(kind));
    JsonNode parity = JSON.readTree(STORED.resolve(kind).resolve("parity.json").toFile());
    Map<String, Item> items = items(parity.get("items"));
    for (JsonNode asked : parity.get("cases")) {
      Encoding encoding =
          model.encode(Tastes.liking(strings(asked.get("history"))), now(asked, items));
      Map<String, Double> scores = new HashMap<>();
      asked
          .get("scores")
          .properties()
          .forEach(e -> check(model, items.get(e.getKey()), encoding, e.getValue(), scores));
      assertThat(top(scores, asked.get("top").size())).containsExactly(strings(asked.get("top")));
    }
  }

  private static void check(
      Model model, Item item, Encoding encoding, JsonNode expected, Map<String, Double> scores) {
    double found = FieldScores.of(model, item).score(encoding);
    if (expected.isNull()) {
      assertThat(found).as(item.id()).isNaN();
    } else {
      assertThat(found).as(item.id()).isCloseTo(expected.asDouble(), within(1e-4));
      scores.put(item.id(), found);
    }
  }

  private static List<String> top(Map<String, Double> scores, int count) {
    return scores.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(count)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Situation now(JsonNode asked, Map<String, Item> items) {
    Map<String, String> context = JSON.convertValue(asked.get("context"), Texts.class);
    Catalogue catalogue = id -> Optional.ofNullable(items.get(id));
    return new Situation(Tastes.NOW, context, "", EventWeights.EQUAL, catalogue);
  }

  /** JSON strings by key. */
  private static final class Texts extends HashMap<String, String> {
    private static final long serialVersionUID = 1;
  }

  private static Map<String, Item> items(JsonNode json) {
    Map<String, Item> items = new HashMap<>();
    json.properties()
        .forEach(
            entry -> {
              Map<String, Object> fields = new HashMap<>();
              entry
                  .getValue()
                  .properties()
                  .forEach(
                      field ->
                          fields.put(
                              field.getKey(),
                              field.getValue().isArray()
                                  ? List.of(strings(field.getValue()))
                                  : field.getValue().numberValue()));
              items.put(entry.getKey(), new Item(entry.getKey(), fields));
            });
    return items;
  }

  private static String[] strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(element -> strings.add(element.asText()));
    return strings.toArray(String[]::new);
  }
}
