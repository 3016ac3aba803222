package dev.kindred.index;

import dev.kindred.data.Item;
import dev.kindred.internal.text.Analyzers;
import dev.kindred.model.Model;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/**
 * Writes items and what models know of them. Nothing is visible or lasting before {@link #commit};
 * closing throws away what was not committed. Thread-safe; one writer an index at a time.
 */
public final class ItemWriter implements Closeable {
  private static final double BUFFER_MB = 128;

  private final IndexWriter writer;
  private final Documents documents;
  private final Map<String, String> versions;

  private ItemWriter(IndexWriter writer, Documents documents, Map<String, String> versions) {
    this.writer = writer;
    this.documents = documents;
    this.versions = versions;
  }

  /** Starts an index; what the directory held is replaced at the first commit. */
  public static ItemWriter create(
      Directory directory, Schema schema, Collection<? extends Model> models) throws IOException {
    return open(directory, schema, models, OpenMode.CREATE, Map.of());
  }

  /**
   * Continues an index.
   *
   * @throws IllegalStateException when it was written with another schema or other models
   */
  public static ItemWriter open(
      Directory directory, Schema schema, Collection<? extends Model> models) throws IOException {
    Map<String, String> written = SegmentInfos.readLatestCommit(directory).getUserData();
    Versions.require(directory.toString(), written, Versions.of(schema, models, Map.of()));
    return open(directory, schema, models, OpenMode.APPEND, written);
  }

  private static ItemWriter open(
      Directory directory,
      Schema schema,
      Collection<? extends Model> models,
      OpenMode mode,
      Map<String, String> written)
      throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(Analyzers.get(schema.analyzer()))
            .setOpenMode(mode)
            .setCommitOnClose(false)
            .setRAMBufferSizeMB(BUFFER_MB);
    return new ItemWriter(
        new IndexWriter(directory, config),
        new Documents(schema, models),
        Versions.of(schema, models, written));
  }

  /**
   * Adds the item, or replaces the one of the same id.
   *
   * @throws IllegalArgumentException naming item, field and value when a value does not fit the
   *     schema; the index is as before
   */
  public void add(Item item) throws IOException {
    writer.updateDocument(id(item.id()), documents.of(item));
  }

  /** Gives the item's document these doc values, beside and in place of those it has. */
  public void keep(String itemId, List<Field> values) throws IOException {
    if (!values.isEmpty()) {
      writer.updateDocValues(id(itemId), values.toArray(Field[]::new));
    }
  }

  /**
   * Adds many items with several threads; of two items with one id, with one thread the later wins.
   *
   * @param items iterated once, by one thread at a time
   * @param progress told now and then, and at the end, how many items were added; by one thread at
   *     a time
   */
  public void addAll(Iterable<Item> items, int threads, LongConsumer progress) throws IOException {
    new Feed(items.iterator(), progress).run(threads, this::add);
  }

  /** Removes the item; nothing happens when there is none. */
  public void delete(String itemId) throws IOException {
    writer.deleteDocuments(id(itemId));
  }

  private static Term id(String itemId) {
    return new Term(Schema.ID, new BytesRef(itemId));
  }

  /**
   * Makes everything so far lasting and visible to readers that open or refresh.
   *
   * @param extra kept in the commit beside the versions of schema and models, and by later commits
   */
  public void commit(Map<String, String> extra) throws IOException {
    Map<String, String> data;
    synchronized (versions) {
      versions.putAll(extra);
      data = new HashMap<>(versions);
    }
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
