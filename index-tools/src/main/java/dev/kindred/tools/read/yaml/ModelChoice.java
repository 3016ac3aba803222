package dev.kindred.tools.read.yaml;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A model to train: {@code als}, or {@code { als: { factors: 64 } }}. Immutable.
 *
 * @param name the model's name; whether it exists is the trainers' business
 * @param parameters what differs from its defaults
 */
public record ModelChoice(String name, Map<String, JsonNode> parameters) {
  public ModelChoice {
    parameters = Map.copyOf(parameters);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ModelChoice of(JsonNode node) {
    if (node.isTextual()) {
      return new ModelChoice(node.textValue(), Map.of());
    }
    if (!node.isObject() || node.size() != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a model is %s, expected a name, or one name with its parameters as { als: { factors: 64 } }",
              node));
    }
    Map.Entry<String, JsonNode> only = node.properties().iterator().next();
    JsonNode parameters = only.getValue();
    if (!parameters.isObject() && !parameters.asText("").isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the parameters of %s are %s, expected such as { factors: 64 }",
              only.getKey(),
              parameters));
    }
    Map<String, JsonNode> byName = new LinkedHashMap<>();
    parameters.properties().forEach(entry -> byName.put(entry.getKey(), entry.getValue()));
    return new ModelChoice(only.getKey(), byName);
  }
}
