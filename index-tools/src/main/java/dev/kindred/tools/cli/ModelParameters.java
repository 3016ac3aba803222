package dev.kindred.tools.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads {@code MODEL.NAME=VALUE}. */
final class ModelParameters {
  private ModelParameters() {}

  /**
   * The parameters by model.
   *
   * @param written by {@code MODEL.NAME}
   * @param wrong words a key without a model
   */
  static Map<String, Map<String, String>> byModel(
      Map<String, String> written, Function<String, RuntimeException> wrong) {
    Map<String, Map<String, String>> byModel = new TreeMap<>();
    written.forEach(
        (key, value) -> {
          int dot = key.indexOf('.');
          if (dot < 1) {
            throw wrong.apply(
                "--param " + key + "=" + value + " names no model; write MODEL.NAME=VALUE");
          }
          byModel
              .computeIfAbsent(key.substring(0, dot), model -> new TreeMap<>())
              .put(key.substring(dot + 1), value);
        });
    return byModel;
  }
}
