package dev.kindred.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ids are strings outside and dense ints inside: the two-way map, numbered in order of first
 * appearance. Immutable and thread-safe once built.
 */
public final class IdMap {
  private final List<String> ids;
  private final Map<String, Integer> ordinals;

  private IdMap(List<String> ids, Map<String, Integer> ordinals) {
    this.ids = ids;
    this.ordinals = ordinals;
  }

  /** The map that numbers the given distinct ids in their order. */
  public static IdMap of(Iterable<String> ids) {
    Builder builder = new Builder();
    ids.forEach(builder::add);
    return builder.build();
  }

  public int size() {
    return ids.size();
  }

  /** The id with this ordinal, {@code 0 <= ordinal < size()}. */
  public String id(int ordinal) {
    return ids.get(ordinal);
  }

  /** The ordinal of this id, or -1 when it is not in the map. */
  public int ordinal(String id) {
    return ordinals.getOrDefault(id, -1);
  }

  /** All ids in order of their ordinals; unmodifiable. */
  public List<String> ids() {
    return ids;
  }

  /** Collects ids; not thread-safe. */
  public static final class Builder {
    private final List<String> ids = new ArrayList<>();
    private final Map<String, Integer> ordinals = new HashMap<>();

    /** The ordinal of this id, given anew when it is seen for the first time. */
    public int add(String id) {
      Integer known = ordinals.putIfAbsent(id, ids.size());
      if (known != null) {
        return known;
      }
      ids.add(id);
      return ids.size() - 1;
    }

    public IdMap build() {
      return new IdMap(List.copyOf(ids), Map.copyOf(ordinals));
    }
  }
}
