package dev.kindred.tools.build;

import dev.kindred.data.Item;
import dev.kindred.index.Generations;
import dev.kindred.index.ItemState;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.Lease;
import dev.kindred.index.LuceneCatalogue;
import dev.kindred.index.Schema;
import dev.kindred.model.Model;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;

/**
 * Changes the items of the index that is being served. Each call is one commit: all of it becomes
 * visible to recommenders that open or refresh, or nothing. A new item is known at once to every
 * model that reads content and, where a {@link dev.kindred.model.Complement} predicts its vector,
 * to those with vectors; other models that learn from events know it from the next build on, which
 * must find the item in its input. Not thread-safe; one at a time an index.
 */
public final class LiveItems implements Closeable {
  private final Lease lease;
  private final Path index;
  private final FSDirectory directory;
  private final Staged files;
  private final Schema schema;

  private LiveItems(Path index, Lease lease) throws IOException {
    this.index = index;
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
      return new LiveItems(index, lease);
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
    Map<String, Model> models = files.loadModels();
    ItemState state = state(models);
    try (ItemWriter writer = writer(models);
        DirectoryReader before = DirectoryReader.open(directory)) {
      LuceneCatalogue known = new LuceneCatalogue(before);
      List<String> replaced = new ArrayList<>();
      ReadReport report =
          items.read(
              item -> {
                try {
                  writer.add(item);
                  if (known.doc(item.id()) >= 0) {
                    replaced.add(item.id());
                    writer.keep(item.id(), state.kept(before, item.id()));
                  }
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      state.writtenAnew(replaced);
      writer.commit(Map.of());
      return new Changes(
          report.records() - replaced.size(), replaced.size(), 0, List.of(), List.of(report));
    }
  }

  /**
   * Sets numbers of items, whose documents stay as they are.
   *
   * @param values by item and field; NaN takes a number away
   * @return the ids that the index does not have
   * @throws IllegalArgumentException for a field that is no number; nothing is set then
   */
  public Set<String> set(Map<String, Map<String, Double>> values) throws IOException {
    return state(Map.of()).set(values);
  }

  /**
   * The same, as items of which nothing but numbers is given; of two lines with one id the later
   * one's numbers count.
   *
   * @param items from {@link #inputs}
   */
  public NumbersSet set(ItemSource items) throws IOException {
    Map<String, Map<String, Double>> values = new LinkedHashMap<>();
    items.read(
        item ->
            values.computeIfAbsent(item.id(), any -> new LinkedHashMap<>()).putAll(numbers(item)));
    return new NumbersSet(values.size(), set(values));
  }

  /**
   * What was set.
   *
   * @param items how many were named
   * @param unknown the ids among them that the index does not have
   */
  public record NumbersSet(long items, Set<String> unknown) {
    public NumbersSet {
      unknown = Set.copyOf(unknown);
    }
  }

  private static Map<String, Double> numbers(Item item) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    item.fields()
        .forEach(
            (field, value) -> {
              try {
                numbers.put(field, Double.valueOf(String.valueOf(value)));
              } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                    "item '"
                        + item.id()
                        + "': field '"
                        + field
                        + "' expects a number, got '"
                        + value
                        + "'; to change anything but numbers, add the item again",
                    e);
              }
            });
    return numbers;
  }

  private ItemState state(Map<String, Model> models) {
    return ItemState.ofChanges(index, files.path(), schema, models.values());
  }

  /** Deletes the items with these ids. */
  public Changes delete(Collection<String> itemIds) throws IOException {
    Map<String, Model> models = files.loadModels();
    try (ItemWriter writer = writer(models);
        DirectoryReader before = DirectoryReader.open(directory)) {
      LuceneCatalogue known = new LuceneCatalogue(before);
      List<String> unknown = new ArrayList<>();
      List<String> deleted = new ArrayList<>();
      for (String id : new LinkedHashSet<>(itemIds)) {
        if (known.doc(id) < 0) {
          unknown.add(id);
        } else {
          writer.delete(id);
          deleted.add(id);
        }
      }
      state(models).writtenAnew(deleted);
      writer.commit(Map.of());
      return new Changes(0, 0, deleted.size(), unknown, List.of());
    }
  }

  private ItemWriter writer(Map<String, Model> models) throws IOException {
    try {
      return ItemWriter.open(ItemState.patient(directory), schema, models.values());
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
