package dev.kindred.benchmarks.peers.child;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is trained, and how.
 *
 * @param algorithm by the library's name
 * @param values by the library's names, in a fixed order
 * @param seed of everything random, where the library lets it be set
 */
public record Settings(String algorithm, Map<String, String> values, long seed) {
  public Settings {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** As a command line's arguments. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of(algorithm, Long.toString(seed)));
    values.forEach((name, value) -> arguments.add(name + "=" + value));
    return arguments;
  }

  static Settings parse(List<String> arguments) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : arguments.subList(2, arguments.size())) {
      int equals = pair.indexOf('=');
      values.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return new Settings(arguments.get(0), values, Long.parseLong(arguments.get(1)));
  }

  public String word(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(algorithm + " needs " + name + "; it has " + values);
    }
    return value;
  }

  public int whole(String name) {
    return Integer.parseInt(word(name));
  }

  public double number(String name) {
    return Double.parseDouble(word(name));
  }

  /** For an adapter that does not have the algorithm. */
  public IllegalArgumentException unknown(String... known) {
    return new IllegalArgumentException(
        "no algorithm " + algorithm + " here; known: " + String.join(", ", known));
  }
}
