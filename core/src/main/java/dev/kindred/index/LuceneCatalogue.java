package dev.kindred.index;

import dev.kindred.data.Catalogue;
import dev.kindred.data.Item;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;

/**
 * The items of one open reader, which stays the caller's to close. Keeps the items used last in
 * memory. Thread-safe.
 */
public final class LuceneCatalogue implements Catalogue {
  private static final int KEPT = 2000;

  private final IndexReader reader;
  private final Map<String, Item> recent = new Recent();

  public LuceneCatalogue(IndexReader reader) {
    this.reader = Objects.requireNonNull(reader, "reader");
  }

  @Override
  public Optional<Item> find(String itemId) throws IOException {
    Item item;
    synchronized (recent) {
      item = recent.get(itemId);
    }
    if (item == null) {
      int doc = doc(itemId);
      if (doc < 0) {
        return Optional.empty();
      }
      item = new ItemReader(reader).item(doc);
      synchronized (recent) {
        recent.put(itemId, item);
      }
    }
    return Optional.of(item);
  }

  /** The item's document number in the reader; -1 when the catalogue does not have it. */
  public int doc(String itemId) throws IOException {
    return Lookup.doc(reader, Schema.ID, itemId);
  }

  private static final class Recent extends LinkedHashMap<String, Item> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Item> eldest) {
      return size() > KEPT;
    }
  }
}
