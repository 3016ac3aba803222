package dev.kindred.tools.cli;

import dev.kindred.index.Schema;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model that takes part in an evaluation.
 *
 * @param label the name in the report
 * @param algorithm how it is trained
 * @param parameters those that differ from the algorithm's defaults
 */
record Contestant(String label, String algorithm, Map<String, String> parameters) {
  Contestant {
    parameters = Map.copyOf(parameters);
  }

  /** The parameters, with the fields of the catalogue for models that read content. */
  Map<String, String> parameters(Schema schema) {
    Map<String, String> all = new TreeMap<>(parameters);
    switch (algorithm) {
      case "content" -> {
        all.putIfAbsent("analyzer", schema.analyzer());
        all.putIfAbsent("text", String.join(",", schema.text()));
        all.putIfAbsent("keywords", String.join(",", schema.keywords()));
      }
      case "preference" ->
          schema.keywords().stream()
              .findFirst()
              .ifPresent(field -> all.putIfAbsent("field", field));
      default -> {}
    }
    return all;
  }
}
