package dev.kindred;

import com.fasterxml.jackson.databind.ObjectMapper;
      live = index.resolve(Generations.LIVE);
import dev.kindred.arrange.bandit.PosteriorStore;
=======
import dev.kindred.data.UserStore;
>>>>>>> aebf046 (Keep live events beside the generations, behind a log with group commit)
import dev.kindred.index.Generations;
import dev.kindred.index.LayeredUserStore;
import dev.kindred.index.Lease;
import dev.kindred.index.LuceneUserStore;
import dev.kindred.index.Schema;
import dev.kindred.index.Versions;
import dev.kindred.model.Model;
import dev.kindred.model.registry.Models;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/** Opens one generation of an index folder, whole or not at all. */
final class Opening {
  /** Beside the generations, because what bandits have learned outlives a build. */
  private static final String POSTERIORS = "bandits.json";

  private final List<Closeable> opened = new ArrayList<>();
  private Path live;

  /** The current generation of an index folder. */
  Recommender current(Path index, InstantSource clock) throws IOException {
    try (Generations generations = Generations.at(index)) {
      Lease lease = generations.lease();
      opened.add(lease);
      UserStore users = opened(users(folder.resolve(Generations.USERS)));
      Recommender.Parts parts = new Recommender.Parts(schema, models, profiles, users, learned);
      return Recommender.of(items, parts, clock, null, opened);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(opened);
      throw e;
    }
  }

  /** A generation that nobody serves has no life beside it. */
  private UserStore users(Path built) throws IOException {
    UserStore users = LuceneUserStore.open(built);
    return live == null
        ? users
        : new LayeredUserStore(users, LuceneUserStore.open(live.resolve(Generations.USERS)));
  }

  private <T extends Closeable> T opened(T resource) {
    opened.addFirst(resource);
    return resource;
  }

  private static Profiles profiles(Path file) throws IOException {
    try {
      return Profiles.parse(new ObjectMapper().readTree(file.toFile()));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, Model> models(Path folder) throws IOException {
    Map<String, Model> models = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> each = Files.newDirectoryStream(folder)) {
        for (Path model : each) {
          models.put(model.getFileName().toString(), Models.load(model));
        }
      }
    }
    return models;
  }

  private static void requireVersions(
      Directory items, Path folder, Schema schema, Map<String, Model> models) throws IOException {
    Map<String, String> profiles =
        Map.of(Versions.PROFILES, Versions.digest(folder.resolve(Generations.PROFILES)));
    try (DirectoryReader reader = DirectoryReader.open(items)) {
      Versions.require(reader, schema, models.values(), profiles);
    }
  }
}
