package dev.kindred.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Holds a generation in use, so that no build removes it, until closed or until the process ends.
 * Thread-safe.
 */
public final class Lease implements Closeable {
  static final String FILE = "in-use.lock";
  private static final int ATTEMPTS = 10;

  /**
   * What this process holds. A process has one lock a file: closing any channel of the file would
   * drop it, so all leases of a generation share one channel.
   */
  private static final Map<Path, Held> HELD = new HashMap<>();

  private final Path path;
  private boolean closed;

  private Lease(Path path) {
    this.path = path;
  }

  private static final class Held {
    private final FileChannel channel;
    private int leases;

    Held(FileChannel channel) {
      this.channel = channel;
    }
  }

  /** Answers a directory; asked again when it was removed before it could be held. */
  interface Choice {
    Path get() throws IOException;
  }

  /** What is done with a directory that nobody holds. */
  interface Removal {
    void of(Path generation) throws IOException;
  }

  /** The generation's directory. */
  public Path path() {
    return path;
  }

  static void prepare(Path generation) throws IOException {
    Files.write(generation.resolve(FILE), new byte[0]);
  }

  static Lease of(Choice choice) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Path generation = choice.get();
      if (hold(generation)) {
        return new Lease(generation);
      }
    }
    throw new IOException(choice.get() + " cannot be held: it is being removed");
  }

  private static boolean hold(Path generation) throws IOException {
    synchronized (HELD) {
      Held held = HELD.get(generation);
      if (held == null) {
        FileChannel channel = lock(generation);
        if (channel == null) {
          return false;
        }
        held = new Held(channel);
        HELD.put(generation, held);
      }
      held.leases++;
      return true;
    }
  }

  /** Null when the generation is being removed. */
  private static FileChannel lock(Path generation) throws IOException {
    Path file = generation.resolve(FILE);
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      return null;
    }
    FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true);
    if (shared == null || Files.notExists(file)) {
      channel.close();
      return null;
    }
    return channel;
  }

  static void unlessHeld(Path generation, Removal removal) throws IOException {
    synchronized (HELD) {
      if (HELD.containsKey(generation)) {
        return;
      }
      try (FileChannel channel =
          FileChannel.open(
              generation.resolve(FILE), StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
        if (channel.tryLock() != null) {
          removal.of(generation);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      if (closed) {
        return;
      }
      closed = true;
      Held held = HELD.get(path);
      held.leases--;
      if (held.leases == 0) {
        HELD.remove(path);
        held.channel.close();
      }
    }
  }
}
