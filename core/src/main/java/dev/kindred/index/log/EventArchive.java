package dev.kindred.index.log;

import dev.kindred.data.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.util.IOUtils;

/**
 * The events of a log after its files are gone: what happened to which item when, and not by whom.
 * Has files of the same numbers with the same events in the same order, so that a position in the
 * log is one in the archive. Files appear whole. The oldest go when there is more than fits.
 */
public final class EventArchive {
  /** How many bytes are kept: the newest two million events or so. */
  public static final long KEPT_BYTES = 128L << 20;

  private static final int FRAME = 4096;

  private final LogFolder log;
  private final LogFolder archive;
  private final long keptBytes;

  /**
   * @param log the folder of the log
   * @param archive need not exist yet
   */
  public EventArchive(Path log, Path archive) {
    this(log, archive, KEPT_BYTES);
  }

  EventArchive(Path log, Path archive, long keptBytes) {
    this.log = new LogFolder(log);
    this.archive = new LogFolder(archive);
    this.keptBytes = keptBytes;
  }

  /** Takes over the log's files up to that number; to be followed by their removal. */
  public void keep(long last) throws IOException {
    Files.createDirectories(archive.path());
    for (long number : log.numbers()) {
      if (number <= last && Files.notExists(archive.file(number))) {
        write(number, events(new LogTail(log.file(number)).read()));
      }
    }
    prune();
  }

  private void write(long number, List<Entry> events) throws IOException {
    Path file = archive.file(number);
    Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
    Files.deleteIfExists(fresh);
    try (LogFile out = LogFile.create(fresh)) {
      for (int from = 0; from < events.size(); from += FRAME) {
        out.write(events.subList(from, Math.min(events.size(), from + FRAME)));
      }
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    IOUtils.fsync(archive.path(), true);
  }

  private void prune() throws IOException {
    List<Long> numbers = new ArrayList<>(archive.numbers()).reversed();
    long bytes = 0;
    for (long number : numbers) {
      bytes += Files.size(archive.file(number));
      if (bytes > keptBytes && number < numbers.getFirst()) {
        Files.deleteIfExists(archive.file(number));
      }
    }
  }

  /** Without users and ids. */
  private static List<Entry> events(List<Entry> entries) {
    List<Entry> events = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      if (entry instanceof Entry.Happened happened) {
        Event event = happened.event();
        events.add(
            new Entry.Happened(
                new Event("", event.itemId(), event.type(), event.value(), event.time()), 0));
      }
    }
    return events;
  }

  /** Takes the events that follow a position. */
  @FunctionalInterface
  public interface Visit {
    void event(Event event);
  }

  /**
   * Gives the events after the position, from the archive and from the log, which another process
   * may be writing; in order, without their users. Returns the position after them.
   */
  public LogPosition after(LogPosition position, Visit visit) throws IOException {
    SortedSet<Long> numbers = new TreeSet<>(log.numbers());
    numbers.addAll(archive.numbers());
    LogPosition at = position;
    for (long number : numbers.tailSet(position.file())) {
      List<Entry> events = read(number);
      int known = number == position.file() ? Math.min(position.entries(), events.size()) : 0;
      for (Entry event : events.subList(known, events.size())) {
        visit.event(((Entry.Happened) event).event());
      }
      at = new LogPosition(number, Math.max(known, events.size()));
    }
    return at;
  }

  private List<Entry> read(long number) throws IOException {
    try {
      return events(new LogTail(log.file(number)).read());
    } catch (NoSuchFileException e) {
      return events(new LogTail(archive.file(number)).read());
    }
  }
}
