package dev.kindred.tools.build;

import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.index.Generations;
import dev.kindred.index.ItemState;
import dev.kindred.index.Schema;
import dev.kindred.tools.read.ReadReport;
import dev.kindred.tools.read.config.ItemFields;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All input of a build, read once. Owns the temporary file that the catalogue is kept in. */
final class Gathered implements Closeable {
  private final EventLog log = new EventLog();
  private final ItemSpool items;
  private final List<ReadReport> reads = new ArrayList<>();
  private final Map<String, Integer> dimensions = new TreeMap<>();
  private final Set<String> filled = new HashSet<>();
  private ItemFields fields = ItemFields.INFERRED;
  private Interactions interactions;
  private String position;
  private long leftOut;
  private int bare;

  /**
   * @param spool is made, and removed by {@link #close}
   */
  Gathered(Path spool) throws IOException {
    items = new ItemSpool(spool);
  }

  void readEvents(BuildSpec spec, Phases phases) throws IOException {
    if (spec.events().isPresent()) {
      phases.run(
          "read events",
          counts -> {
            Ticker ticker = phases.ticker("read events", 0);
            ReadReport report =
                spec.events()
                    .get()
                    .read(
                        (user, item, type, value, time) -> {
                          log.add(user, item, type, value, time);
                          ticker.tick();
                        });
            reads.add(report);
            counts.put("events", report.records());
            counts.put("bad_lines", report.bad());
            return null;
          });
    }
    log.finish();
  }

  /**
   * After events and items: adds what users did live. Events that the files hold too count once;
   * those with items that neither events nor catalogue name are left out, for an item that is gone
   * stays gone.
   */
  void readLive(BuildSpec spec, Phases phases) throws IOException {
    if (Files.isDirectory(spec.out().resolve(Generations.LIVE).resolve(Generations.USERS))) {
      phases.run(
          "read live events",
          counts -> {
            LiveHistories live =
                new LiveHistories(log, id -> items.contains(id) || log.items().ordinal(id) >= 0);
            live.read(spec.out(), spec.withLive());
            position = live.position();
            leftOut = live.leftOut();
            log.finish();
            counts.put("events", live.added());
            counts.put("known", live.known());
            counts.put("left_out", live.leftOut());
            return null;
          });
    }
  }

  /** Last: items that only events name become documents with nothing but an id. */
  void finish(BuildSpec spec) throws IOException {
    addBare();
    items.finish();
    interactions = log.interactions(spec.rules());
  }

  /** How far of the live events is read, for the commit of the items. */
  Map<String, String> positions() {
    return position == null ? Map.of() : Map.of(ItemState.EVENTS, position);
  }

  /** The catalogue. */
  void readItems(BuildSpec spec, Phases phases) throws IOException {
    phases.run(
        "read items",
        counts -> {
          if (spec.items().isPresent()) {
            Ticker ticker = phases.ticker("read items", 0);
            fields = spec.items().get().fields();
            ReadReport report =
                spec.items()
                    .get()
                    .read(
                        item -> {
                          add(item);
                          ticker.tick();
                        });
            reads.add(report);
            counts.put("bad_lines", report.bad());
          }
          counts.put("items", (long) items.size());
          return null;
        });
  }

  private void add(Item item) {
    try {
      items.add(item);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    item.fields()
        .forEach(
            (field, value) -> {
              filled.add(field);
              if (value instanceof float[] vector) {
                dimensions.putIfAbsent(field, vector.length);
              }
            });
  }

  private void addBare() throws IOException {
    for (String id : log.items().ids()) {
      if (!items.contains(id)) {
        items.add(new Item(id, Map.of()));
        bare++;
      }
    }
  }

  /** What the fields mean; a vector field of which no item has a value is left out. */
  Schema schema() {
    Map<String, Integer> vectors = new TreeMap<>(dimensions);
    vectors.keySet().retainAll(fields.vectors() == null ? List.of() : fields.vectors().values());
    return new Schema(
        fields.text(),
        fields.keywords(),
        fields.numbers(),
        fields.time(),
        fields.domain(),
        vectors,
        null);
  }

  /** Whether any item has a value for the field. */
  boolean has(String field) {
    return filled.contains(field);
  }

  EventLog log() {
    return log;
  }

  ItemSpool items() {
    return items;
  }

  Interactions interactions() {
    return interactions;
  }

  /** How many live events could not be used. */
  long leftOut() {
    return leftOut;
  }

  /** How many items only events name. */
  int bare() {
    return bare;
  }

  List<ReadReport> reads() {
    return reads;
  }

  @Override
  public void close() throws IOException {
    items.close();
  }
}
