package dev.kindred;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.arrange.bandit.PosteriorStore;
import dev.kindred.data.UserStore;
import dev.kindred.index.Generations;
import dev.kindred.index.ItemState;
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
  private Path root;

  /** The current generation of an index folder. */
  Recommender current(Path index, InstantSource clock) throws IOException {
    try (Generations generations = Generations.at(index)) {
      Lease lease = generations.lease();
      opened.add(lease);
      root = index;
      PosteriorStore learned = opened(PosteriorStore.open(index.resolve(POSTERIORS)));
      return generation(lease.path(), clock, learned);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(opened);
      throw e;
    }
  }

  /** A generation that may not be published yet. */
  Recommender generation(Path folder, InstantSource clock) throws IOException {
    return generation(folder, clock, PosteriorStore.inMemory());
  }

  private Recommender generation(Path folder, InstantSource clock, PosteriorStore learned)
      throws IOException {
    try {
      Schema schema = Schema.read(folder.resolve(Generations.SCHEMA));
      Profiles profiles = profiles(folder.resolve(Generations.PROFILES));
      Map<String, Model> models = models(folder.resolve(Generations.MODELS));
      Directory items = opened(FSDirectory.open(folder.resolve(Generations.ITEMS)));
      requireVersions(items, folder, schema, models);
      UserStore users = opened(users(folder));
      Recommender.Parts parts = new Recommender.Parts(schema, models, profiles, users, learned);
      Live live = root == null ? Live.NONE : Live.of(root, state(folder, parts), learned);
      return Recommender.of(items, parts, clock, null, opened, live);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(opened);
      throw e;
    }
  }

  /** A generation that nobody serves has no life beside it. */
  private UserStore users(Path generation) throws IOException {
    return root == null
        ? LuceneUserStore.open(generation.resolve(Generations.USERS))
        : LayeredUserStore.open(root, generation);
  }

  /** A generation that is new, or was gone back to, learns what happened meanwhile. */
  private ItemState state(Path generation, Recommender.Parts parts) throws IOException {
    ItemState state =
        ItemState.of(
            root, generation, parts.schema(), parts.models().values(), parts.profiles().weights());
    state.tryCatchUp();
    return state;
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
