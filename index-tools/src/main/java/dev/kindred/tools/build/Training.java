package dev.kindred.tools.build;

import dev.kindred.data.Dataset;
import dev.kindred.index.Schema;
import dev.kindred.model.Model;
import dev.kindred.model.registry.Models;
import dev.kindred.tools.train.Dependent;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trains models one after the other and keeps each as its artifact. */
final class Training {
  private final BuildSpec spec;
  private final Phases phases;

  Training(BuildSpec spec, Phases phases) {
    this.spec = spec;
    this.phases = phases;
  }

  /**
   * By name, in order of training, and read back from their artifacts: what is served is what is on
   * disk.
   *
   * @param directory gets one directory a model
   */
  Map<String, Model> run(Gathered data, Schema schema, List<String> notes, Path directory)
      throws IOException {
    List<String> keywords = schema.keywords().stream().filter(data::has).toList();
    ModelList list = new ModelList(schema, keywords, spec.rules(), data.log().items().size());
    List<ModelSpec> wanted = list.users(!spec.users().isEmpty()).of(spec.models());
    notes.addAll(list.notes());
    Files.createDirectories(directory);
    Map<String, Model> models = new LinkedHashMap<>();
    for (ModelSpec model : wanted) {
      models.put(
          model.name(), train(model, data, models.values(), directory.resolve(model.name())));
    }
    return models;
  }

  private Model train(ModelSpec model, Gathered data, Collection<Model> others, Path directory)
      throws IOException {
    String phase = "train " + model.name();
    return phases.run(
        phase,
        counts -> {
          Dataset dataset = new Dataset(data.interactions(), data.items(), spec.users());
          Run run =
              new Run(
                  model.name(),
                  spec.version().toString(),
                  spec.seed(),
                  spec.threads(),
                  (done, total, loss) -> phases.progress(phase, done, total));
          Trainer<?> trainer = Trainers.create(model.algorithm(), model.parameters());
          Model trained =
              trainer instanceof Dependent<?> dependent
                  ? dependent.train(dataset, others, run)
                  : trainer.train(dataset, run);
          Files.createDirectory(directory);
          trained.save(directory);
          return Models.load(directory);
        });
  }
}
