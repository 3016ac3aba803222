package dev.kindred.tools.cli;

import dev.kindred.Recommender;
import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.index.Schema;
import dev.kindred.model.Model;
import dev.kindred.tools.build.DefaultProfiles;
import dev.kindred.tools.build.ExactServing;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.registry.Trainers;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.IOUtils;

/**
 * One trained model, served alone and exactly from a temporary index, as an application would be
 * served.
 */
final class Stage implements Closeable {
  private final Path folder;
  private final Model model;
  private final double seconds;
  private final Recommender recommender;

  private Stage(Path folder, Model model, double seconds, Recommender recommender) {
    this.folder = folder;
    this.model = model;
    this.seconds = seconds;
    this.recommender = recommender;
  }

  /** What a stage is set up with. */
  record Setting(
      Schema schema,
      List<Item> items,
      Instant version,
      long seed,
      int threads,
      dev.kindred.tools.train.Progress progress) {}

  /** Trains the contestant on these events and indexes the catalogue with it. */
  static Stage of(Contestant contestant, Interactions train, Setting setting) throws IOException {
    List<Item> items = Dataset.everyItem(setting.items, train);
    var trainer = Trainers.create(contestant.algorithm(), contestant.parameters(setting.schema));
    Run run =
        new Run(
            contestant.algorithm(),
            setting.version.toString(),
            setting.seed,
            setting.threads,
            setting.progress);
    long start = System.nanoTime();
    Model model = trainer.train(new Dataset(train, items), run);
    double seconds = (System.nanoTime() - start) / 1e9;
    Path folder = Files.createTempDirectory("kindred-evaluate");
    try {
      return new Stage(folder, model, seconds, serve(folder, model, items, setting));
    } catch (IOException | RuntimeException e) {
      IOUtils.rm(folder);
      throw e;
    }
  }

  private static Recommender serve(Path folder, Model model, List<Item> items, Setting setting)
      throws IOException {
    return new ExactServing(setting.schema, setting.threads, setting.version)
        .open(
            folder,
            Map.of(model.manifest().name(), model),
            items,
            DefaultProfiles.exact(model.manifest()));
  }

  Recommender recommender() {
    return recommender;
  }

  /** The only profile there is. */
  String profile() {
    return model.manifest().name();
  }

  /** What the training took. */
  double seconds() {
    return seconds;
  }

  Map<String, Object> parameters() {
    return model.manifest().trainer();
  }

  @Override
  public void close() throws IOException {
    recommender.close();
    IOUtils.rm(folder);
  }
}
