package dev.kindred.index;

import dev.kindred.index.log.Entry;
import dev.kindred.index.log.LogFile;
import dev.kindred.index.log.LogFolder;
import dev.kindred.index.log.LogPosition;
import dev.kindred.index.log.LogTail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;

/**
 * The numbers of items that were set, for all generations of an index: one file a call, on the disk
 * before anything shows it. Files are joined into one when there are many. Thread-safe, also among
 * processes.
 */
final class NumberLog {
  /** After so many files they are joined. */
  private static final int FILES = 64;

  private static final String WRITTEN_ANEW = "";
  private static final String BEFORE = "=";

  private final LogFolder folder;

  NumberLog(Path folder) {
    this.folder = new LogFolder(folder);
  }

  /**
   * A number that was set.
   *
   * @param value null for a number that was taken away
   * @param built what the catalogue said then; null for nothing
   */
  record Change(Double value, Double built) {}

  /**
   * What became of an item.
   *
   * @param anew whether it was written anew, or removed: what was set before no longer stands
   * @param numbers what was set since, by field
   */
  record OfItem(boolean anew, Map<String, Change> numbers) {
    OfItem then(OfItem later) {
      if (later.anew) {
        return later;
      }
      Map<String, Change> all = new LinkedHashMap<>(numbers);
      all.putAll(later.numbers);
      return new OfItem(anew, all);
    }

    private Map<String, String> written() {
      Map<String, String> written = new HashMap<>();
      if (anew) {
        written.put(WRITTEN_ANEW, "");
      }
      numbers.forEach(
          (field, change) -> {
            written.put(field, text(change.value));
            written.put(BEFORE + field, text(change.built));
          });
      return written;
    }

    private static OfItem read(Map<String, String> written) {
      Map<String, Change> numbers = new LinkedHashMap<>();
      written.forEach(
          (field, value) -> {
            if (!field.equals(WRITTEN_ANEW) && !field.startsWith(BEFORE)) {
              numbers.put(field, new Change(number(value), number(written.get(BEFORE + field))));
            }
          });
      return new OfItem(written.containsKey(WRITTEN_ANEW), numbers);
    }

    private static String text(Double number) {
      return number == null ? "" : number.toString();
    }

    private static Double number(String text) {
      return text.isEmpty() ? null : (Double) Double.parseDouble(text);
    }
  }

  /** Writes what became of items; when this returns it survives a crash, all together. */
  void append(Map<String, OfItem> items) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder.path());
        Lock lock = ItemState.patient(directory).obtainLock("numbers.lock")) {
      lock.ensureValid();
      add(items);
    }
  }

  private void add(Map<String, OfItem> items) throws IOException {
    List<Long> numbers = folder.numbers();
    long next = numbers.isEmpty() ? 1 : numbers.getLast() + 1;
    if (numbers.size() >= FILES) {
      Map<String, OfItem> all = new LinkedHashMap<>();
      after(LogPosition.START, all);
      write(next, all);
      folder.deleteUpTo(next - 1);
      next++;
    }
    write(next, items);
  }

  private void write(long number, Map<String, OfItem> items) throws IOException {
    List<Entry> entries =
        items.entrySet().stream()
            .<Entry>map(item -> new Entry.Described(item.getKey(), item.getValue().written()))
            .toList();
    try (LogFile file = LogFile.create(folder.file(number))) {
      file.write(entries);
    }
  }

  /** Adds what became of items after the position, by their ids; returns the position after it. */
  LogPosition after(LogPosition position, Map<String, OfItem> items) throws IOException {
    LogPosition at = position;
    for (long number : folder.numbers()) {
      if (number > position.file()) {
        for (Entry entry : new LogTail(folder.file(number)).read()) {
          OfItem change = OfItem.read(((Entry.Described) entry).attributes());
          items.merge(entry.user(), change, OfItem::then);
        }
        at = new LogPosition(number, 0);
      }
    }
    return at;
  }
}
