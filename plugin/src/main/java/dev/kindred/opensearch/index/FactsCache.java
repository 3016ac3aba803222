package dev.kindred.opensearch.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.opensearch.cluster.metadata.IndexMetadata;
import org.opensearch.cluster.metadata.MappingMetadata;
import org.opensearch.cluster.metadata.Metadata;

/** The facts of the indexes this node has been asked about, parsed once a mapping. Thread-safe. */
public final class FactsCache {
  private static final int MOST = 1000;

  private record Known(long mapping, IndexFacts facts) {}

  private final Supplier<Metadata> metadata;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /**
   * @param metadata of the cluster as this node knows it
   */
  public FactsCache(Supplier<Metadata> metadata) {
    this.metadata = metadata;
  }

  /**
   * @param index a concrete index's name
   * @throws IllegalArgumentException when the index has no facts
   */
  public IndexFacts of(String index) {
    IndexMetadata entry = metadata.get().index(index);
    if (entry == null || entry.mapping() == null) {
      throw new IllegalArgumentException("index [" + index + "] has no mapping");
    }
    String uuid = entry.getIndexUUID();
    Known before = known.get(uuid);
    if (before != null && before.mapping == entry.getMappingVersion()) {
      return before.facts;
    }
    IndexFacts facts = IndexFacts.parse(index, entry.mapping().sourceAsMap());
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(uuid, new Known(entry.getMappingVersion(), facts));
    return facts;
  }

  /**
   * Whether any index of the cluster was written by the model of this {@code name@version}.
   *
   * @throws IllegalArgumentException when no index is known to be, but there is one whose facts
   *     cannot be read
   */
  public boolean needs(String version) {
    IllegalArgumentException unknown = null;
    for (IndexMetadata index : metadata.get()) {
      if (!hasFacts(index.mapping())) {
        continue;
      }
      try {
        if (of(index.getIndex().getName()).models().containsValue(version)) {
          return true;
        }
      } catch (IllegalArgumentException e) {
        unknown = e;
      }
    }
    if (unknown != null) {
      throw unknown;
    }
    return false;
  }

  private static boolean hasFacts(MappingMetadata mapping) {
    return mapping != null
        && mapping.sourceAsMap().get("_meta") instanceof Map<?, ?> meta
        && meta.containsKey(IndexFacts.KEY);
  }
}
