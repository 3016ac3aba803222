package dev.kindred.benchmarks.accuracy;

import dev.kindred.Profile;
import dev.kindred.Profiles;
import dev.kindred.Recommender;
import dev.kindred.data.Dataset;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Item;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.LuceneUserStore;
import dev.kindred.index.Schema;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.tools.build.DefaultProfiles;
import dev.kindred.tools.evaluate.Evaluator;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.ServingAnswerer;
import dev.kindred.tools.evaluate.metric.Metrics;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * Trains one model, serves it alone and exactly from a temporary index, and asks it the task's
 * queries as an application would.
 *
 * @param threads to train and to ask with
 */
record Stage(Task task, int threads, long seed) {
  private static final Schema BARE =
      new Schema(List.of(), List.of(), List.of(), null, null, Map.of(), null);

  Result measure(Entry entry, String metrics) throws IOException {
    List<Item> items =
        task.train().items().ids().stream().map(id -> new Item(id, Map.of())).toList();
    Run run = new Run(entry.algorithm(), "benchmark", seed, threads, Progress.NONE);
    long start = System.nanoTime();
    Model model =
        Trainers.create(entry.algorithm(), entry.parameters())
            .train(new Dataset(task.train(), items), run);
    double seconds = (System.nanoTime() - start) / 1e9;
    Path folder = Files.createTempDirectory("kindred-bench-accuracy");
    try (Recommender recommender = serve(folder, model, items)) {
      String profile = model.manifest().name();
      return new Evaluator(Metrics.parse(metrics))
          .threads(threads)
          .evaluate(entry.label(), task, new ServingAnswerer(recommender, profile, task))
          .trained(seconds, model.manifest().trainer());
    } finally {
      IOUtils.rm(folder);
    }
  }

  private Recommender serve(Path folder, Model model, List<Item> items) throws IOException {
    FSDirectory directory = FSDirectory.open(folder.resolve("items"));
    try (ItemWriter writer = ItemWriter.create(directory, BARE, List.of(model))) {
      writer.addAll(items, threads, done -> {});
      writer.commit(Map.of());
    }
    Manifest manifest = model.manifest();
    Profile exact = DefaultProfiles.exact(manifest);
    Recommender.Parts parts =
        new Recommender.Parts(
            BARE,
            Map.of(manifest.name(), model),
            new Profiles(Map.of(exact.name(), exact), EventWeights.EQUAL),
            LuceneUserStore.open(folder.resolve("users")));
    return Recommender.of(directory, parts, InstantSource.fixed(Instant.EPOCH), null);
  }
}
