package dev.kindred.index;

import dev.kindred.data.EventWeights;
import dev.kindred.index.NumberLog.Change;
import dev.kindred.index.NumberLog.OfItem;
import dev.kindred.index.log.EventArchive;
import dev.kindred.index.log.LogPosition;
import dev.kindred.internal.live.LiveNumbers;
import dev.kindred.model.Fields;
import dev.kindred.model.Model;
import dev.kindred.model.demand.DemandModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.SleepingLockWrapper;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/**
 * What became known of a generation's items since it was built, as updates of doc values: demand by
 * live events, and numbers that were set, such as price and stock. No document is written again.
 *
 * <p>Both have logs beside the generations, shared by all of them; a commit of the items says how
 * far of each it has taken in. So nothing is counted twice, whoever applies it and wherever a
 * process is killed, and a generation that is new, or gone back to, catches up. Thread-safe; also
 * among processes.
 */
public final class ItemState {
  /** In a commit: how far of the live events is in its demand. */
  public static final String EVENTS = "live.events";

  private static final String NUMBERS = "live.numbers";
  private static final String LIVE_ITEMS = "items";
  private static final long PATIENCE_MS = 5000;

  private final Path items;
  private final Schema schema;
  private final List<DemandModel> demand;
  private final EventWeights weights;
  private final EventArchive events;
  private final NumberLog numbers;

  private ItemState(
      Path index,
      Path generation,
      Schema schema,
      Collection<? extends Model> models,
      EventWeights weights) {
    this.items = generation.resolve(Generations.ITEMS);
    this.schema = schema;
    this.demand =
        models.stream().filter(DemandModel.class::isInstance).map(DemandModel.class::cast).toList();
    this.weights = weights;
    this.events = events(index);
    this.numbers = new NumberLog(folder(index).resolve("numbers"));
  }

  /**
   * Of a generation that is served.
   *
   * @param index the index folder
   * @param generation one of its generations
   * @param models those of demand are kept up to date
   * @param weights how strongly each event type speaks
   */
  public static ItemState of(
      Path index,
      Path generation,
      Schema schema,
      Collection<? extends Model> models,
      EventWeights weights) {
    return new ItemState(
        index, generation, schema, models, Objects.requireNonNull(weights, "weights"));
  }

  /** For those who change the items of a generation; events are left to who serves it. */
  public static ItemState ofChanges(
      Path index, Path generation, Schema schema, Collection<? extends Model> models) {
    return new ItemState(index, generation, schema, models, null);
  }

  private static Path folder(Path index) {
    return index.resolve(Generations.LIVE).resolve(LIVE_ITEMS);
  }

  /** What happened to items, for all generations of the index. */
  static EventArchive events(Path index) {
    return new EventArchive(
        index.resolve(Generations.LIVE).resolve(Generations.USERS),
        folder(index).resolve("events"));
  }

  /** Waits a while for whoever else is changing the items of that directory. */
  public static SleepingLockWrapper patient(FSDirectory items) {
    return new SleepingLockWrapper(items, PATIENCE_MS, 20);
  }

  /**
   * Applies what is not applied yet, with one commit. Returns whether there was anything.
   *
   * @throws IllegalStateException when somebody else keeps changing the items
   */
  public boolean catchUp() throws IOException {
    try (FSDirectory directory = FSDirectory.open(items)) {
      return isBehind(directory) && change(patient(directory), Map.of());
    } catch (LockObtainFailedException e) {
      throw busy(e);
    }
  }

  /** The same, but leaves it to the next one when somebody else is changing the items. */
  public boolean tryCatchUp() throws IOException {
    try (FSDirectory directory = FSDirectory.open(items)) {
      return isBehind(directory) && change(directory, Map.of());
    } catch (LockObtainFailedException e) {
      return false;
    }
  }

  private boolean isBehind(FSDirectory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return new Update(reader, null).run(List.of());
    }
  }

  private IllegalStateException busy(LockObtainFailedException e) {
    return new IllegalStateException(
        items + ": somebody else is changing these items; wait until they are done", e);
  }

  /**
   * Sets numbers of items. When this returns they are on the disk, and whoever opens or refreshes
   * sees all of them.
   *
   * @param values by item and field; NaN takes the item's number away
   * @return the ids among them that the index does not have; nothing is set for those
   * @throws IllegalArgumentException for a field that is no number of the schema, or a value that
   *     is infinite; nothing is set then
   * @throws IllegalStateException when somebody else keeps changing the items
   */
  public Set<String> set(Map<String, Map<String, Double>> values) throws IOException {
    values.forEach((item, fields) -> fields.forEach((field, value) -> require(field, value)));
    try (FSDirectory directory = FSDirectory.open(items)) {
      Map<String, OfItem> changes = new LinkedHashMap<>();
      Set<String> unknown = new TreeSet<>();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (Map.Entry<String, Map<String, Double>> one : values.entrySet()) {
          int doc = Lookup.doc(reader, Schema.ID, one.getKey());
          if (doc < 0) {
            unknown.add(one.getKey());
          } else {
            changes.put(one.getKey(), new OfItem(false, changes(reader, doc, one.getValue())));
          }
        }
      }
      if (!changes.isEmpty()) {
        change(patient(directory), changes);
      }
      return unknown;
    } catch (LockObtainFailedException e) {
      throw busy(e);
    }
  }

  private static Map<String, Change> changes(
      IndexReader reader, int doc, Map<String, Double> values) throws IOException {
    Map<String, Change> changes = new LinkedHashMap<>();
    for (Map.Entry<String, Double> one : values.entrySet()) {
      Double value = one.getValue().isNaN() ? null : one.getValue();
      changes.put(one.getKey(), new Change(value, built(reader, doc, one.getKey())));
    }
    return changes;
  }

  private static Double built(IndexReader reader, int doc, String field) throws IOException {
    Long stored = Lookup.number(reader, doc, field);
    return stored == null ? null : (Double) NumericUtils.sortableLongToDouble(stored);
  }

  private void require(String field, double value) {
    if (!schema.numbers().contains(field)) {
      throw new IllegalArgumentException(
          "field '"
              + field
              + "' is no number of the catalogue and cannot be set; its numbers are "
              + schema.numbers()
              + ": add the item again to change anything else");
    }
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException("field '" + field + "' must be finite, was " + value);
    }
  }

  /** Notes that items were written anew or removed: what was set before no longer stands. */
  public void writtenAnew(Collection<String> itemIds) throws IOException {
    Map<String, OfItem> anew = new LinkedHashMap<>();
    itemIds.forEach(id -> anew.put(id, new OfItem(true, Map.of())));
    if (!anew.isEmpty()) {
      numbers.append(anew);
    }
  }

  /** Of an item that is about to be replaced: the fields that its successor keeps. */
  public List<Field> kept(IndexReader before, String itemId) throws IOException {
    int doc = Lookup.doc(before, Schema.ID, itemId);
    List<Field> kept = new ArrayList<>();
    for (DemandModel model : demand) {
      String field = Fields.of(model.manifest().name());
      Long stored = doc < 0 ? null : Lookup.number(before, doc, field);
      if (stored != null) {
        kept.add(new NumericDocValuesField(field, stored));
      }
    }
    return kept;
  }

  /** With the lock on the items: logs the changes, then applies whatever is to be applied. */
  private boolean change(Directory directory, Map<String, OfItem> changes) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setOpenMode(OpenMode.APPEND)
            .setMergePolicy(NoMergePolicy.INSTANCE)
            .setCommitOnClose(false);
    try (IndexWriter writer = new IndexWriter(directory, config);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      if (!changes.isEmpty()) {
        numbers.append(changes);
      }
      return new Update(reader, writer).run(demand);
    }
  }

  /** One commit's worth of changes. */
  private final class Update {
    private final DirectoryReader reader;
    private final IndexWriter writer;
    private final Map<String, List<Field>> fields = new HashMap<>();

    /**
     * @param writer null to see whether there is anything to do
     */
    Update(DirectoryReader reader, IndexWriter writer) {
      this.reader = reader;
      this.writer = writer;
    }

    boolean run(List<DemandModel> demand) throws IOException {
      Map<String, String> data = new HashMap<>(reader.getIndexCommit().getUserData());
      LogPosition eventsBefore = LogPosition.parse(data.get(EVENTS));
      LogPosition numbersBefore = LogPosition.parse(data.get(NUMBERS));
      DemandSums sums = new DemandSums(demand, weights);
      LogPosition eventsAfter =
          weights == null ? eventsBefore : events.after(eventsBefore, sums::add);
      Map<String, OfItem> changed = new LinkedHashMap<>();
      LogPosition numbersAfter = numbers.after(numbersBefore, changed);
      if (eventsAfter.equals(eventsBefore) && numbersAfter.equals(numbersBefore)) {
        return false;
      }
      if (writer != null) {
        sums.fields(reader, fields);
        for (Map.Entry<String, OfItem> one : changed.entrySet()) {
          setNumbers(one.getKey(), one.getValue());
        }
        data.put(EVENTS, eventsAfter.toString());
        data.put(NUMBERS, numbersAfter.toString());
        commit(data);
      }
      return true;
    }

    /** Where the catalogue says something else than when the number was set, it has newer news. */
    private void setNumbers(String item, OfItem change) throws IOException {
      int doc = Lookup.doc(reader, Schema.ID, item);
      if (doc < 0) {
        return;
      }
      List<Field> updates = fields.computeIfAbsent(item, any -> new ArrayList<>());
      if (change.anew()) {
        for (String field : schema.numbers()) {
          String live = LiveNumbers.field(field);
          if (!change.numbers().containsKey(field) && Lookup.number(reader, doc, live) != null) {
            updates.add(new NumericDocValuesField(live, (Long) null));
          }
        }
      }
      for (Map.Entry<String, Change> one : change.numbers().entrySet()) {
        String field = one.getKey();
        Change number = one.getValue();
        if (schema.numbers().contains(field)
            && Objects.equals(number.built(), built(reader, doc, field))) {
          double value = number.value() == null ? Double.NaN : number.value();
          updates.add(
              new NumericDocValuesField(
                  LiveNumbers.field(field), NumericUtils.doubleToSortableLong(value)));
        }
      }
    }

    private void commit(Map<String, String> data) throws IOException {
      for (Map.Entry<String, List<Field>> one : fields.entrySet()) {
        if (!one.getValue().isEmpty()) {
          writer.updateDocValues(
              new Term(Schema.ID, new BytesRef(one.getKey())),
              one.getValue().toArray(Field[]::new));
        }
      }
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
  }
}
