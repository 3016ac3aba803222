package dev.kindred.index;

import dev.kindred.data.Catalogue;
import dev.kindred.data.Item;
import dev.kindred.internal.live.LiveNumbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.LeafReaderContext;

/**
 * The items of one open reader, which stays the caller's to close. Keeps the items used last in
 * memory. Thread-safe.
 */
public final class LuceneCatalogue implements Catalogue {
  private static final int KEPT = 2000;

  private final IndexReader reader;
  private final List<Object> contents;
  private final Map<String, Item> recent;

  public LuceneCatalogue(IndexReader reader) {
    this(Objects.requireNonNull(reader, "reader"), contents(reader), new Recent());
  }

  private LuceneCatalogue(IndexReader reader, List<Object> contents, Map<String, Item> recent) {
    this.reader = reader;
    this.contents = contents;
    this.recent = recent;
  }

  /**
   * The items of a newer reader. What is in memory stays there when nothing that an item shows has
   * changed: demand changes with every event.
   */
  public LuceneCatalogue next(IndexReader newer) {
    List<Object> now = contents(newer);
    return new LuceneCatalogue(newer, now, now.equals(contents) ? recent : new Recent());
  }

  /** Equal for readers of the same documents with the same numbers set. */
  private static List<Object> contents(IndexReader reader) {
    List<Object> contents = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      CacheHelper core = leaf.reader().getCoreCacheHelper();
      contents.add(core == null ? new Object() : core.getKey());
      contents.add(leaf.reader().numDocs());
      for (FieldInfo field : leaf.reader().getFieldInfos()) {
        if (LiveNumbers.isLive(field.name)) {
          contents.add(field.name);
          contents.add(field.getDocValuesGen());
        }
      }
    }
    return contents;
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
