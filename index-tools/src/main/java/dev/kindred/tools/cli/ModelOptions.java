package dev.kindred.tools.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Which models to train, and how. */
final class ModelOptions {
  @Option(
      names = "--models",
      split = ",",
      paramLabel = "MODEL",
      description = "Models to train, separated by commas. Default: what suits the data.")
  private List<String> models = new ArrayList<>();

  @Option(
      names = "--param",
      paramLabel = "MODEL.NAME=VALUE",
      description = "A parameter of a model, such as als.factors=64; repeatable.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  /**
   * Parameters by model; empty for the customary models.
   *
   * @param wrong words a parameter that fits no model
   */
  Map<String, Map<String, String>> chosen(Function<String, RuntimeException> wrong) {
    Map<String, Map<String, String>> chosen = new LinkedHashMap<>();
    models.forEach(model -> chosen.putIfAbsent(model, new TreeMap<>()));
    ModelParameters.byModel(parameters, wrong)
        .forEach(
            (model, own) -> {
              if (!chosen.containsKey(model)) {
                throw wrong.apply(
                    "--param names " + model + ", which is not trained; add it to --models");
              }
              chosen.get(model).putAll(own);
            });
    return chosen;
  }
}
