package dev.kindred.benchmarks.peers;

import dev.kindred.benchmarks.peers.child.Settings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An algorithm of a library with settings.
 *
 * @param kind of settings, such as defaults, chosen, equal
 * @param passes over the data that a training makes; 1 when it makes no such passes
 * @param values by the library's names
 */
record Contender(
    Library library, String algorithm, String kind, int passes, Map<String, String> values) {
  Contender {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * @param settings such as {@code factors=64 iterations=12}
   */
  static Contender of(Library library, String algorithm, String kind, int passes, String settings) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : settings.isEmpty() ? new String[0] : settings.split(" ")) {
      int equals = pair.indexOf('=');
      values.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return new Contender(library, algorithm, kind, passes, values);
  }

  /** The same with some settings changed. */
  Contender with(String kindThen, String settings) {
    return with(kindThen, passes, settings);
  }

  /** The same with some settings changed, the number of passes among them. */
  Contender with(String kindThen, int passesThen, String settings) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.putAll(of(library, algorithm, kindThen, passesThen, settings).values());
    return new Contender(library, algorithm, kindThen, passesThen, all);
  }

  Settings settings(long seed) {
    return new Settings(algorithm, values, seed);
  }

  boolean isOurs() {
    return library.equals(Library.KINDRED);
  }
}
