package dev.kindred.tools.build;

import dev.kindred.index.Generations;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.Lease;
import dev.kindred.index.LuceneCatalogue;
import dev.kindred.index.Schema;
import dev.kindred.tools.read.BadLines;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.ItemSource;
import dev.kindred.tools.read.ReadReport;
import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.ItemFields;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;

/**
 * Changes the items of the index that is being served. Each call is one commit: all of it becomes
 * visible to recommenders that open or refresh, or nothing. A new item is known at once to every
 * model that reads content; models that learn from events know it from the next build on, which
 * must find the item in its input. Not thread-safe; one at a time an index.
 */
public final class LiveItems implements Closeable {
  private final Lease lease;
  private final FSDirectory directory;
  private final Staged files;
  private final Schema schema;

  private LiveItems(Lease lease) throws IOException {
    this.lease = lease;
    this.files = new Staged(lease.path());
    this.schema = Schema.read(files.schema());
    this.directory = FSDirectory.open(files.items());
  }

  /**
   * The items of the current generation.
   *
   * @throws IllegalStateException when there is no index
   */
  public static LiveItems open(Path index) throws IOException {
    Lease lease = Generations.at(index).lease();
    try {
      return new LiveItems(lease);
    } catch (IOException | RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  /**
   * What was changed. Immutable.
   *
   * @param added items the index did not have
   * @param replaced items that took the place of one with the same id
   * @param deleted items that are gone
   * @param unknown ids that were to be deleted and that the index does not have
   * @param reads what reading found; empty when nothing was read
   */
  public record Changes(
      long added, long replaced, long deleted, List<String> unknown, List<ReadReport> reads) {
    public Changes {
      unknown = List.copyOf(unknown);
      reads = List.copyOf(reads);
    }
  }

  /** Readers of items whose fields mean what they mean in this index. */
  public Inputs inputs(BadLines badLines) {
    ItemFields fields =
        new ItemFields(
            null,
            schema.text(),
            schema.keywords(),
            schema.numbers(),
            schema.time(),
            schema.domain(),
            vectors());
    return new Inputs(fields, EventColumns.COMMON, badLines);
  }

  private Map<String, String> vectors() {
    return schema.vectors().keySet().stream()
        .collect(java.util.stream.Collectors.toMap(field -> field, field -> field));
  }

  /**
   * Adds items, in place of those with the same ids.
   *
   * @param items from {@link #inputs}
   */
  public Changes add(ItemSource items) throws IOException {
    try (DirectoryReader before = DirectoryReader.open(directory);
        ItemWriter writer = writer()) {
      LuceneCatalogue known = new LuceneCatalogue(before);
      long[] replaced = new long[1];
      ReadReport report =
          items.read(
              item -> {
                try {
                  replaced[0] += known.doc(item.id()) >= 0 ? 1 : 0;
                  writer.add(item);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      writer.commit(Map.of());
      return new Changes(
          report.records() - replaced[0], replaced[0], 0, List.of(), List.of(report));
    }
  }

  /** Deletes the items with these ids. */
  public Changes delete(Collection<String> itemIds) throws IOException {
    try (DirectoryReader before = DirectoryReader.open(directory);
        ItemWriter writer = writer()) {
      LuceneCatalogue known = new LuceneCatalogue(before);
      List<String> unknown = new ArrayList<>();
      long deleted = 0;
      for (String id : new LinkedHashSet<>(itemIds)) {
        if (known.doc(id) < 0) {
          unknown.add(id);
        } else {
          writer.delete(id);
          deleted++;
        }
      }
      writer.commit(Map.of());
      return new Changes(0, 0, deleted, unknown, List.of());
    }
  }

  private ItemWriter writer() throws IOException {
    try {
      return ItemWriter.open(directory, schema, files.loadModels().values());
    } catch (LockObtainFailedException e) {
      throw new IllegalStateException(
          files.path() + ": somebody else is changing these items; wait until they are done", e);
    }
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(directory, lease);
  }
}
