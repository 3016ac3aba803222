package dev.kindred.tools.build;

import dev.kindred.Profile;
import dev.kindred.Profiles;
import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.index.Schema;
import dev.kindred.model.Model;
import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.metric.Metrics;
import dev.kindred.tools.evaluate.task.Seen;
import dev.kindred.tools.evaluate.task.Split;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.rehearse.Rehearsal;
import dev.kindred.tools.rehearse.Retuned;
import dev.kindred.tools.rehearse.Retuning;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.tune.weights.Tuner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.util.IOUtils;

/**
 * Learns the weights of a build's profiles on events held out for it, with the models trained once
 * more on the others. A profile keeps its weights where the gain is not beyond chance.
 */
final class WeightLearning {
  private static final List<String> LEARNED =
      List.of(Profiles.HOME, Profiles.NEXT, Profiles.SIMILAR, Profiles.CART);
  private static final Metric METRIC = Metrics.parse("ndcg@10").getFirst();
  private static final int REQUESTS = 1000;
  private static final int FEWEST = 100;

  private final BuildSpec spec;
  private final Schema schema;
  private final Map<String, Model> models;
  private final Phases phases;
  private final List<String> notes;

  WeightLearning(
      BuildSpec spec, Schema schema, Map<String, Model> models, Phases phases, List<String> notes) {
    this.spec = spec;
    this.schema = schema;
    this.models = models;
    this.phases = phases;
    this.notes = notes;
  }

  /** The profiles with learned weights, where learning pays. */
  Profiles learn(Profiles fitted, Gathered data) throws IOException {
    Interactions events = data.interactions();
    Task task = task(events);
    if (task == null) {
      return fitted;
    }
    List<Item> items = new ArrayList<>();
    data.items().forEach(items::add);
    Path scratch = Files.createTempDirectory("kindred-build-tune");
    try (Rehearsal rehearsal = rehearse(items, task, scratch)) {
      Map<String, Profile> learned = new LinkedHashMap<>(fitted.byName());
      for (String name : LEARNED) {
        if (learned.containsKey(name)) {
          learned.put(name, learn(rehearsal, task, learned.get(name)));
        }
      }
      return new Profiles(learned, fitted.weights());
    } finally {
      IOUtils.rm(scratch);
    }
  }

  private Rehearsal rehearse(List<Item> items, Task task, Path scratch) throws IOException {
    Rehearsal.Setting setting =
        new Rehearsal.Setting(
            schema,
            items,
            models.values().stream().map(m -> Rehearsal.Part.of(m.manifest())).toList(),
            spec.users(),
            spec.version(),
            spec.seed(),
            spec.threads(),
            model -> Progress.NONE);
    return phases.run("rehearse", counts -> Rehearsal.of(setting, task.train(), scratch));
  }

  /** Null when there is too little to learn from; a note says so. */
  private Task task(Interactions events) {
    try {
      Task task = Split.customary(events).tasks(events, Seen.FILTERED).getFirst();
      if (task.queries().size() >= FEWEST) {
        return task;
      }
      notes.add(
          "weights are not learned: "
              + task.queries().size()
              + " users have held-out events, "
              + FEWEST
              + " are needed");
    } catch (IllegalArgumentException e) {
      notes.add("weights are not learned: " + e.getMessage());
    }
    return null;
  }

  private Profile learn(Rehearsal rehearsal, Task task, Profile profile) throws IOException {
    return phases.run(
        "tune " + profile.name(),
        counts -> {
          Tuner tuner = Tuner.of(METRIC).threads(spec.threads());
          Retuned retuned =
              new Retuning(rehearsal, task, tuner, REQUESTS, phase -> (done, total) -> {})
                  .tune(profile);
          counts.put("requests", (long) retuned.tuning().folds().size());
          notes.add(
              String.format(
                  Locale.ROOT,
                  "%s: %s %.4f with default weights, %.4f with learned ones%s",
                  profile.name(),
                  METRIC.name(),
                  retuned.before().metrics().get(METRIC.name()).value(),
                  retuned.after().metrics().get(METRIC.name()).value(),
                  retuned.significant() ? "" : ", not beyond chance: they stay"));
          return retuned.significant() ? retuned.tuning().moved(profile) : profile;
        });
  }
}
