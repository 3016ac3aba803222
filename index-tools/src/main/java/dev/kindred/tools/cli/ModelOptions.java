package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.tools.read.yaml.KindredConfig;
import dev.kindred.tools.read.yaml.ModelChoice;
import dev.kindred.tools.train.registry.Trainers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Option;

/** Which models to train, and how. */
final class ModelOptions {
  @Option(
      names = "--models",
      split = ",",
      paramLabel = "MODEL",
      description =
          "Models to train, separated by commas. Default: those of kindred.yaml, else what suits"
              + " the data.")
  private List<String> models = new ArrayList<>();

  @Option(
      names = "--param",
      paramLabel = "MODEL.NAME=VALUE",
      description = "A parameter of a model, such as als.factors=64; repeatable.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  /**
   * Looks at the names before any data are read.
   *
   * @throws IllegalArgumentException for one that is no model's
   */
  void requireNames() {
    models.forEach(Trainers::create);
  }

  /**
   * Parameters by model; empty for the customary models. The command line wins over the file.
   *
   * @param wrong words a parameter that fits no model, or a value that does not fit it
   */
  Map<String, Map<String, String>> chosen(
      KindredConfig config, Function<String, RuntimeException> wrong) {
    Map<String, Map<String, String>> chosen = new LinkedHashMap<>();
    for (ModelChoice model : config.models()) {
      if (models.isEmpty() || models.contains(model.name())) {
        chosen.put(model.name(), texts(model.parameters()));
      }
    }
    models.forEach(model -> chosen.putIfAbsent(model, new TreeMap<>()));
    ModelParameters.byModel(parameters, wrong)
        .forEach(
            (model, own) -> {
              if (!chosen.containsKey(model)) {
                throw wrong.apply(
                    "--param names " + model + ", which is not trained; add it to --models");
              }
              chosen.get(model).putAll(own);
              require(model, chosen.get(model), wrong);
            });
    return chosen;
  }

  private static void require(
      String model, Map<String, String> parameters, Function<String, RuntimeException> wrong) {
    try {
      Trainers.create(model, parameters);
    } catch (IllegalArgumentException e) {
      throw wrong.apply(e.getMessage());
    }
  }

  private static Map<String, String> texts(Map<String, JsonNode> parameters) {
    Map<String, String> texts = new TreeMap<>();
    parameters.forEach((name, value) -> texts.put(name, text(value)));
    return texts;
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(JsonNode::asText)
          .collect(Collectors.joining(","));
    }
    return value.isNull() ? "" : value.asText();
  }
}
