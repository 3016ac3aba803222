package dev.kindred.tools.build;

import dev.kindred.Profiles;
import dev.kindred.Recommender;
import dev.kindred.index.Generations;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.Lease;
import dev.kindred.index.Schema;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * Publishes a generation that differs from the current one in its profiles alone, so that {@code
 * rollback} goes back to the old rankings. Files that never change are shared by hard links where
 * the file system has them, and copied elsewhere. Nobody can change items meanwhile.
 */
public final class ProfileChange {
  private ProfileChange() {}

  /**
   * Writes, tries and publishes.
   *
   * @param now the clock of the trial requests
   * @return the new generation's name
   * @throws IllegalStateException when there is no index, when somebody is building or changing
   *     items, or when a profile cannot be served
   */
  public static String publish(Path index, Profiles profiles, Instant now) throws IOException {
    try (Generations generations = Generations.at(index);
        Lease lease = generations.lease()) {
      Path build = generations.begin();
      Staged before = new Staged(lease.path());
      Staged after = new Staged(build);
      try (FSDirectory items = FSDirectory.open(before.items());
          Lock still = lock(items, lease.path())) {
        copy(before, after);
        after.write(profiles);
        bind(after, profiles);
        attempt(build, profiles, now);
        still.ensureValid();
        generations.publish(build);
      }
      return generations.current().getFileName().toString();
    }
  }

  private static Lock lock(FSDirectory items, Path generation) throws IOException {
    try {
      return items.obtainLock(IndexWriter.WRITE_LOCK_NAME);
    } catch (LockObtainFailedException e) {
      throw new IllegalStateException(
          generation + ": somebody else is changing these items; wait until they are done", e);
    }
  }

  private static void copy(Staged before, Staged after) throws IOException {
    copyIndex(before.items(), after.items());
    copyIndex(before.users(), after.users());
    share(before.schema(), after.schema());
    if (Files.isDirectory(before.models())) {
      try (Stream<Path> files = Files.walk(before.models())) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          share(file, after.models().resolve(before.models().relativize(file)));
        }
      }
    }
  }

  /** The files of a Lucene index's last commit, which are written once. */
  private static void copyIndex(Path from, Path to) throws IOException {
    try (FSDirectory directory = FSDirectory.open(from)) {
      for (String file : SegmentInfos.readLatestCommit(directory).files(true)) {
        share(from.resolve(file), to.resolve(file));
      }
    }
  }

  private static void share(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(from, to);
    }
  }

  /** The commit of the items says which profiles belong to them. */
  private static void bind(Staged generation, Profiles profiles) throws IOException {
    Schema schema = Schema.read(generation.schema());
    profiles.byName().values().forEach(profile -> ProfileFields.require(profile, schema));
    try (FSDirectory items = FSDirectory.open(generation.items());
        ItemWriter writer = ItemWriter.open(items, schema, generation.loadModels().values())) {
      writer.commit(generation.extras());
    }
  }

  private static void attempt(Path build, Profiles profiles, Instant now) throws IOException {
    try (Recommender changed = Recommender.openGeneration(build, InstantSource.fixed(now))) {
      for (String profile : profiles.byName().keySet()) {
        changed.recommend(Request.EMPTY.profile(profile).size(1));
      }
    }
  }
}
