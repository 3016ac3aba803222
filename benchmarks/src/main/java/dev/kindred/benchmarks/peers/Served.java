package dev.kindred.benchmarks.peers;

import dev.kindred.Profile;
import dev.kindred.Recommender;
import dev.kindred.data.Item;
import dev.kindred.model.Model;
import dev.kindred.model.registry.Models;
import dev.kindred.tools.build.DefaultProfiles;
import dev.kindred.tools.build.ExactServing;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.IOUtils;

/** One of our models, asked as an application would ask it. */
final class Served {
  private Served() {}

  /**
   * @param artifact the folder of the model
   */
  static Result grade(Exam exam, Task task, Path artifact) throws IOException {
    Model model = Models.load(artifact);
    Profile profile = DefaultProfiles.exact(model.manifest());
    List<Item> items =
        task.train().items().ids().stream().map(id -> new Item(id, Map.of())).toList();
    Path folder = Files.createTempDirectory("kindred-bench-peers");
    try (Recommender recommender =
        new ExactServing(ExactServing.BARE, 1, Instant.EPOCH)
            .open(folder, Map.of(model.manifest().name(), model), items, profile)) {
      return exam.grade(task, recommender, profile.name());
    } finally {
      IOUtils.rm(folder);
    }
  }
}
