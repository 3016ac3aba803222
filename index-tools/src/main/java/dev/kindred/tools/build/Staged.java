package dev.kindred.tools.build;

import dev.kindred.Profiles;
import dev.kindred.index.Generations;
import dev.kindred.index.Versions;
import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.model.Model;
import dev.kindred.model.registry.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of one generation, published or not.
 *
 * @param path its directory
 */
record Staged(Path path) {
  Path items() {
    return path.resolve(Generations.ITEMS);
  }

  Path users() {
    return path.resolve(Generations.USERS);
  }

  Path models() {
    return path.resolve(Generations.MODELS);
  }

  Path profiles() {
    return path.resolve(Generations.PROFILES);
  }

  Path schema() {
    return path.resolve(Generations.SCHEMA);
  }

  /** What binds the items to the profiles beside them. */
  Map<String, String> extras() throws IOException {
    return Map.of(Versions.PROFILES, Versions.digest(profiles()));
  }

  void write(Profiles profiles) throws IOException {
    Files.write(
        profiles(),
        Polymorphic.json().writerWithDefaultPrettyPrinter().writeValueAsBytes(profiles.toJson()));
  }

  Map<String, Model> loadModels() throws IOException {
    Map<String, Model> models = new TreeMap<>();
    try (Stream<Path> directories = Files.list(models())) {
      for (Path directory : directories.sorted().toList()) {
        Model model = Models.load(directory);
        models.put(model.manifest().name(), model);
      }
    }
    return models;
  }
}
