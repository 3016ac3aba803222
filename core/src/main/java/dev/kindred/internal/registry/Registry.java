package dev.kindred.internal.registry;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known under which name. Immutable and thread-safe.
 *
 * @param <T> what is registered
 */
public final class Registry<T> {
  private final String noun;
  private final Map<String, T> entries;

  /**
   * @param noun what an entry is, for messages, such as {@code signal}
   */
  public Registry(String noun, Map<String, ? extends T> entries) {
    this.noun = noun;
    this.entries = new TreeMap<>(entries);
  }

  /**
   * @throws IllegalArgumentException such as {@code unknown signal "recncy"; did you mean recency?
   *     known: als, recency}
   */
  public T get(String name) {
    T entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(Unknown.message(noun, name, entries.keySet()));
    }
    return entry;
  }

  public Set<String> names() {
    return java.util.Collections.unmodifiableSet(entries.keySet());
  }

  /** The name under which this entry is registered. */
  public String nameOf(T entry) {
    return entries.entrySet().stream()
        .filter(e -> e.getValue().equals(entry))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a registered " + noun + ": " + entry));
  }
}
