package dev.kindred.data.bandit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A map from ids that shares what did not change with the map it was made from: a change of one
 * value copies a 1024th of the table. Immutable and thread-safe.
 *
 * @param <V> the type of values, immutable
 */
public final class Table<V> {
  private static final int PARTS = 1024;

  private final Map<String, V>[] parts;
  private final int size;

  private Table(Map<String, V>[] parts, int size) {
    this.parts = parts;
    this.size = size;
  }

  /** Holds nothing. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of empty maps holds no value of any type
  public static <V> Table<V> empty() {
    Map<String, V>[] parts = new Map[PARTS];
    java.util.Arrays.fill(parts, Map.of());
    return new Table<>(parts, 0);
  }

  /** The value of that id, or the other when there is none. */
  public V get(String id, V otherwise) {
    return parts[part(id)].getOrDefault(id, otherwise);
  }

  public int size() {
    return size;
  }

  /** With these values added or replaced. */
  public Table<V> with(Map<String, V> changes) {
    Map<String, V>[] changed = parts.clone();
    changes.forEach(
        (id, value) -> {
          int part = part(id);
          if (changed[part] == parts[part]) {
            changed[part] = new HashMap<>(parts[part]);
          }
          changed[part].put(id, value);
        });
    return new Table<>(changed, count(changed));
  }

  /** Without these ids. */
  public Table<V> without(Set<String> ids) {
    Map<String, V>[] changed = parts.clone();
    for (String id : ids) {
      int part = part(id);
      changed[part] = new HashMap<>(changed[part]);
      changed[part].remove(id);
    }
    return new Table<>(changed, count(changed));
  }

  /** Every id and its value, ids in their natural order. */
  public void forEach(BiConsumer<String, V> action) {
    TreeMap<String, V> all = new TreeMap<>();
    for (Map<String, V> part : parts) {
      all.putAll(part);
    }
    all.forEach(action);
  }

  private static int part(String id) {
    int hash = id.hashCode();
    return (hash ^ (hash >>> 16)) & (PARTS - 1);
  }

  private static int count(Map<String, ?>[] parts) {
    int size = 0;
    for (Map<String, ?> part : parts) {
      size += part.size();
    }
    return size;
  }
}
