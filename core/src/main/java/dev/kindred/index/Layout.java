package dev.kindred.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.IOUtils;

/** Where the generations of one root are, and the steps by which they come and go. */
final class Layout {
  static final String PREVIOUS = "PREVIOUS";
  private static final String LOCK = "build.lock";

  private final Path root;
  private final Path all;
  private final Path pointer;

  Layout(Path root) {
    this.root = root;
    this.all = root.resolve("generations");
    this.pointer = root.resolve("CURRENT");
  }

  /** Held by whoever changes anything; the system releases it when its process ends. */
  Lock lock() throws IOException {
    requireNoFile();
    Files.createDirectories(all);
    try (NIOFSDirectory directory = new NIOFSDirectory(root)) {
      return directory.obtainLock(LOCK);
    } catch (LockObtainFailedException e) {
      throw new IllegalStateException(
          root + ": another build is running here; wait until it ends, or stop it", e);
    }
  }

  Path unfinished(int number) {
    return all.resolve(".building-" + name(number));
  }

  private static String name(int number) {
    return String.format(Locale.ROOT, "%06d", number);
  }

  /** Only with the lock: what is unfinished then belongs to no living process. */
  void removeUnfinished() throws IOException {
    try (Stream<Path> entries = Files.list(all)) {
      for (Path entry : entries.filter(Layout::isHidden).toList()) {
        IOUtils.rm(entry);
      }
    }
  }

  private static boolean isHidden(Path entry) {
    return entry.getFileName().toString().startsWith(".");
  }

  int nextNumber() throws IOException {
    List<Generations.Generation> known = list();
    return known.isEmpty() ? 1 : known.getLast().number() + 1;
  }

  List<Generations.Generation> list() throws IOException {
    if (Files.notExists(all)) {
      return List.of();
    }
    String current = currentName().orElse("");
    List<Generations.Generation> found = new ArrayList<>();
    try (Stream<Path> entries = Files.list(all)) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        if (name.matches("[0-9]{6,9}")) {
          found.add(
              new Generations.Generation(Integer.parseInt(name), entry, name.equals(current)));
        }
      }
    }
    found.sort(Comparator.comparingInt(Generations.Generation::number));
    return found;
  }

  /** A file of that name is a mistake, and the system's words for it are of no help. */
  private void requireNoFile() {
    if (Files.isRegularFile(root)) {
      throw new IllegalStateException(root + ": it is a file, expected the folder of an index");
    }
  }

  Optional<String> currentName() throws IOException {
    requireNoFile();
    try {
      return Optional.of(Files.readString(pointer).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  Path current() throws IOException {
    String name =
        currentName()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        root
                            + ": there is no index here; make one with: kindred build --out "
                            + root));
    Path generation = all.resolve(name);
    if (name.isEmpty() || !Files.isDirectory(generation)) {
      throw new IllegalStateException(
          pointer + " names generation '" + name + "', which is not there; build the index again");
    }
    return generation;
  }

  Path previous(Path generation) throws IOException {
    Path file = generation.resolve(PREVIOUS);
    Path before = Files.exists(file) ? all.resolve(Files.readString(file).strip()) : null;
    if (before == null || !Files.isDirectory(before)) {
      throw new IllegalStateException(
          root
              + ": nothing to go back to, no generation before "
              + generation.getFileName()
              + " is kept");
    }
    return before;
  }

  /** Gives a finished build its number. */
  Path reveal(Path build) throws IOException {
    String name = build.getFileName().toString();
    Path published = all.resolve(name.substring(name.indexOf('-') + 1));
    Files.move(build, published, StandardCopyOption.ATOMIC_MOVE);
    IOUtils.fsync(all, true);
    return published;
  }

  void makeCurrent(String name) throws IOException {
    Durable.replace(pointer, name + "\n");
  }

  /** Removes what is neither current, nor among the generations one can go back to, nor in use. */
  void prune(int kept) throws IOException {
    Set<Path> needed = new HashSet<>();
    Path generation = current();
    while (generation != null && needed.size() < kept && needed.add(generation)) {
      Path file = generation.resolve(PREVIOUS);
      generation = Files.exists(file) ? all.resolve(Files.readString(file).strip()) : null;
    }
    for (Generations.Generation info : list()) {
      if (!needed.contains(info.path())) {
        Lease.unlessHeld(info.path(), this::remove);
      }
    }
  }

  private void remove(Path generation) throws IOException {
    Path hidden = all.resolve(".removed-" + generation.getFileName());
    Files.move(generation, hidden, StandardCopyOption.ATOMIC_MOVE);
    IOUtils.rm(hidden);
  }
}
