package dev.kindred.benchmarks.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.Recommender;
import dev.kindred.index.Generations;
import dev.kindred.tools.build.BuildListener;
import dev.kindred.tools.build.BuildSpec;
import dev.kindred.tools.build.IndexBuilder;
import dev.kindred.tools.read.DataFolder;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.simulate.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An index with five models on disk, and some of its users.
 *
 * @param folder what {@link #build} made
 */
record Shop(Path folder) {
  /** The profile with the five signals. */
  static final String PROFILE = "five";

  /** The clock of every request, so that every process answers the same. */
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final int USERS = 50;
  private static final String PROFILE_JSON =
      """
      {"window": 500,
       "retrievers": [{"model": {"model": "content"}}, {"model": {"model": "itemknn"}},
         {"model": {"model": "ease"}}, {"model": {"model": "als"}},
         {"popular": {"field": "model.popularity"}}],
       "signals": [
         {"name": "content", "signal": {"model": {"model": "content"}}, "weight": 0.2},
         {"name": "itemknn", "signal": {"model": {"model": "itemknn"}}, "weight": 0.5},
         {"name": "ease", "signal": {"model": {"model": "ease"}}, "weight": 1.0},
         {"name": "als", "signal": {"model": {"model": "als"}}, "weight": 0.7},
         {"name": "popularity", "signal": {"popularity": {"field": "model.popularity"}},
          "weight": 0.1}]}
      """;

  /**
   * Builds it.
   *
   * @param data a MovieLens folder, or one that holds one; null simulates as much
   */
  static Shop build(Path folder, Path data, int threads, long seed) throws IOException {
    Path source = data == null ? simulated(folder.resolve("data"), seed) : data;
    DataFolder files = Inputs.STRICT.folder(source);
    Map<String, JsonNode> profiles = Map.of(PROFILE, new ObjectMapper().readTree(PROFILE_JSON));
    BuildSpec spec =
        BuildSpec.of(
            folder.resolve("index"), files.items().orElse(null), files.events(), NOW, threads);
    new IndexBuilder(BuildListener.NONE).build(asked(spec, profiles));
    Set<String> users = new LinkedHashSet<>();
    files.events().read((user, item, type, value, time) -> users.add(user));
    Files.write(folder.resolve("users.txt"), some(new ArrayList<>(users)));
    return new Shop(folder);
  }

  private static BuildSpec asked(BuildSpec spec, Map<String, JsonNode> profiles) {
    Map<String, Map<String, String>> models = new LinkedHashMap<>();
    models.put("content", Map.of());
    models.put("itemknn", Map.of());
    models.put("ease", Map.of("neighbours", "200"));
    models.put("als", Map.of());
    models.put("popularity", Map.of());
    return new BuildSpec(
        spec.out(),
        spec.items(),
        spec.events(),
        spec.rules(),
        models,
        profiles,
        spec.version(),
        spec.seed(),
        spec.threads());
  }

  /** As many items, users and events as MovieLens 1M. */
  private static Path simulated(Path folder, long seed) throws IOException {
    new Simulator(seed, 3_706, 6_040, 1_000_209).write(folder);
    return folder;
  }

  /** Evenly spread over all. */
  private static List<String> some(List<String> all) {
    int count = Math.min(USERS, all.size());
    List<String> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(all.get((int) ((long) i * all.size() / count)));
    }
    return some;
  }

  List<String> users() throws IOException {
    return Files.readAllLines(folder.resolve("users.txt"));
  }

  Recommender open() throws IOException {
    return Recommender.open(folder.resolve("index"), InstantSource.fixed(NOW));
  }

  /** The Lucene index of its items. */
  Path items() throws IOException {
    try (Generations generations = Generations.at(folder.resolve("index"))) {
      return generations.current().resolve(Generations.ITEMS);
    }
  }
}
