package dev.kindred.index;

import dev.kindred.index.log.Entry;
import dev.kindred.index.log.EventArchive;
import dev.kindred.index.log.LogFile;
import dev.kindred.index.log.LogFolder;
import dev.kindred.index.log.LogTail;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.IOUtils;

/**
 * The log files of a user store and what they hold, in memory. Follows what another process writes
 * until it is told to write itself. Tables may be read by any thread; writing is for one at a time.
 */
final class UserLog implements Closeable {
  private final LogFolder folder;
  private final EventArchive archive;
  private final Map<Long, LogTail> tails = new HashMap<>();
  private volatile List<RecentEvents> tables = List.of();
  private volatile boolean writing;
  private LogFile file;

  /**
   * @param archive keeps what happened to items when the log goes; null to keep nothing
   */
  UserLog(Path path, EventArchive archive) {
    this.folder = new LogFolder(path);
    this.archive = archive;
  }

  boolean writing() {
    return writing;
  }

  /** Everything that is not known to be in the Lucene index, oldest first. */
  List<RecentEvents> tables() {
    return tables;
  }

  /** Reads what was logged since; to be followed by a look for newer commits. */
  synchronized List<RecentEvents> follow() throws IOException {
    if (writing) {
      return tables;
    }
    for (long number : folder.numbers()) {
      LogTail tail = tails.computeIfAbsent(number, n -> new LogTail(folder.file(n)));
      try {
        List<Entry> entries = tail.read();
        if (!entries.isEmpty()) {
          table(number).add(entries);
        }
      } catch (NoSuchFileException e) {
        tails.remove(number);
      }
    }
    return tables;
  }

  private RecentEvents table(long number) {
    for (RecentEvents known : tables) {
      if (known.number() == number) {
        return known;
      }
    }
    RecentEvents fresh = new RecentEvents(number);
    List<RecentEvents> more = new ArrayList<>(tables);
    more.add(fresh);
    tables = List.copyOf(more);
    return fresh;
  }

  /** Forgets files that a commit has taken in. */
  synchronized void drop(long covered) {
    tails.keySet().removeIf(number -> number <= covered);
    if (!tables.isEmpty() && tables.getFirst().number() <= covered) {
      tables = tables.stream().filter(table -> table.number() > covered).toList();
    }
  }

  /** The same, and removes them. */
  void remove(long covered) throws IOException {
    if (archive != null) {
      archive.keep(covered);
    }
    drop(covered);
    folder.deleteUpTo(covered);
  }

  /** From now on this writes; the caller holds the lock that makes it the only one. */
  synchronized void takeOver() throws IOException {
    follow();
    writing = true;
  }

  /** The table that is being written; begins a file when there is none. */
  RecentEvents active(long covered) throws IOException {
    if (file == null) {
      List<Long> numbers = folder.numbers();
      long last = Math.max(covered, numbers.isEmpty() ? 0 : numbers.getLast());
      file = LogFile.create(folder.file(last + 1));
      synchronized (this) {
        return table(last + 1);
      }
    }
    return tables.getLast();
  }

  /** Logs the entries, then shows them. */
  void write(List<Entry> entries) throws IOException {
    file.write(entries);
    tables.getLast().add(entries);
  }

  /** Ends the file that is being written, if any. */
  void seal() throws IOException {
    IOUtils.close(file);
    file = null;
  }

  @Override
  public void close() throws IOException {
    seal();
  }
}
