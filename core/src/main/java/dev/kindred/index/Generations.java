package dev.kindred.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;

/**
 * The generations of one index on disk: complete builds side by side, one of them current.
 *
 * <pre>
 * CURRENT                       the name of the current generation
 * generations/000007/items/     the items: a Lucene index
 *                   /users/     the users: a Lucene index
 *                   /models/    one directory a model
 *                   /profiles.json /schema.json
 *                   /checksums.json /PREVIOUS /in-use.lock
 * live/users/                   what users did since, for all generations: a Lucene index and a log
 * </pre>
 *
 * <p>A build happens out of sight and appears whole or not at all, whenever the process or the
 * machine stops. Thread-safe; one build at a time on one root, in all processes.
 */
public final class Generations implements Closeable {
  public static final String ITEMS = "items";
  public static final String USERS = "users";
  public static final String LIVE = "live";
  public static final String MODELS = "models";
  public static final String PROFILES = "profiles.json";
  public static final String SCHEMA = "schema.json";

  private static final int KEPT = 2;

  private final Layout layout;
  private final int kept;
  private Lock lock;
  private Path building;

  private Generations(Path root, int kept) {
    this.layout = new Layout(root);
    this.kept = kept;
  }

  /** The generations in that directory, which need not exist yet. Touches nothing. */
  public static Generations at(Path root) {
    return at(root, KEPT);
  }

  /**
   * @param kept how many generations publishing leaves behind, the new one included; those in use
   *     stay anyway
   */
  public static Generations at(Path root, int kept) {
    if (kept < 1) {
      throw new IllegalArgumentException("at least 1 generation is kept, got " + kept);
    }
    return new Generations(root.toAbsolutePath().normalize(), kept);
  }

  /**
   * A published generation.
   *
   * @param number counts builds, from 1
   * @param path its directory
   * @param current whether it is the one being served
   */
  public record Generation(int number, Path path, boolean current) {}

  /**
   * Starts a build in a fresh directory and removes what unfinished builds left behind. Ends with
   * {@link #publish}, {@link #abandon} or {@link #close}.
   *
   * @throws IllegalStateException when another build is running on this root
   */
  public synchronized Path begin() throws IOException {
    Lock mine = layout.lock();
    try {
      layout.removeUnfinished();
      building = Files.createDirectory(layout.unfinished(layout.nextNumber()));
      lock = mine;
      return building;
    } catch (IOException | RuntimeException e) {
      mine.close();
      throw e;
    }
  }

  /**
   * Makes the build the current generation and removes generations that are no longer needed. After
   * a failure the generation before is still current, and the build may be published again.
   *
   * @param build what {@link #begin} returned
   */
  public synchronized void publish(Path build) throws IOException {
    requireMine(build);
    Optional<String> before = layout.currentName();
    if (before.isPresent()) {
      Files.writeString(build.resolve(Layout.PREVIOUS), before.get());
    }
    Lease.prepare(build);
    Checksums.write(build);
    Durable.sync(build);
    Path published = layout.reveal(build);
    layout.makeCurrent(published.getFileName().toString());
    layout.prune(kept);
    release();
  }

  /** Ends a build without publishing it and removes its directory. */
  public synchronized void abandon(Path build) throws IOException {
    requireMine(build);
    try {
      IOUtils.rm(build);
    } finally {
      release();
    }
  }

  private void requireMine(Path build) {
    if (building == null || !building.equals(build)) {
      throw new IllegalStateException(build + " is not the build begun here; call begin first");
    }
  }

  private void release() throws IOException {
    Lock held = lock;
    lock = null;
    building = null;
    held.close();
  }

  /**
   * The directory of the current generation.
   *
   * @throws IllegalStateException when there is none, saying what to do
   */
  public Path current() throws IOException {
    return layout.current();
  }

  /** The current generation, kept from being removed until the lease is closed. */
  public Lease lease() throws IOException {
    return Lease.of(layout::current);
  }

  /** The published generations, oldest first. */
  public List<Generation> list() throws IOException {
    return layout.list();
  }

  /**
   * Makes the generation current that was current before this one. Answers its directory.
   *
   * @throws IllegalStateException when there is none, or it is damaged, or a build is running
   */
  public synchronized Path rollback() throws IOException {
    try (Lock held = layout.lock()) {
      Path before = layout.previous(current());
      verify(before);
      held.ensureValid();
      layout.makeCurrent(before.getFileName().toString());
      return before;
    }
  }

  /**
   * Compares models, profiles and schema with the checksums taken when they were published. The
   * Lucene indexes have checksums of their own.
   *
   * @throws IllegalStateException naming what is missing, changed or added
   */
  public static void verify(Path generation) throws IOException {
    Checksums.verify(generation);
  }

  /** Abandons the build that was begun here and not published, if any. */
  @Override
  public synchronized void close() throws IOException {
    if (building != null) {
      abandon(building);
    }
  }
}
