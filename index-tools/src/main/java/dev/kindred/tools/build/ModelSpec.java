package dev.kindred.tools.build;

import java.util.Map;
import java.util.TreeMap;

/**
 * One model to train.
 *
 * @param name in profiles and fields
 * @param algorithm how it is trained
 * @param parameters those that differ from the algorithm's defaults
 */
record ModelSpec(String name, String algorithm, Map<String, String> parameters) {
  ModelSpec {
    parameters = Map.copyOf(parameters);
  }

  /** With this parameter, unless it has one already. */
  ModelSpec with(String parameter, String value) {
    Map<String, String> more = new TreeMap<>(parameters);
    more.putIfAbsent(parameter, value);
    return new ModelSpec(name, algorithm, more);
  }
}
