package dev.kindred.tools.cli;

import dev.kindred.Profile;
import dev.kindred.Profiles;
import dev.kindred.data.Interactions;
import dev.kindred.internal.registry.Registry;
import dev.kindred.request.Feature;
import dev.kindred.tools.build.ProfileChange;
import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.metric.Metrics;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.rehearse.IndexFolder;
import dev.kindred.tools.rehearse.Rehearsal;
import dev.kindred.tools.rehearse.Retuned;
import dev.kindred.tools.rehearse.Retuning;
import dev.kindred.tools.tune.weights.Tuner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "tune",
    description = {
      "Learn how much each signal of a profile counts, on events that no model has seen.",
      "The models are trained again on the older part of the events; on the newer part weights are",
      "learned and judged. The profile is written only when the gain is beyond chance."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  kindred tune --index index --events events.csv",
      "  kindred tune --index index --events ratings.csv --metric recall@20 --report tune.html \\",
      "    --dry-run"
    })
final class TuneCommand extends Action {
  @Mixin private IndexOption index;
  @Mixin private RehearsalOptions rehearsal;

  @Option(
      names = "--events",
      required = true,
      paramLabel = "FILE",
      description = "The events that the index was built from.")
  private Path events;

  @Option(
      names = "--profile",
      split = ",",
      paramLabel = "NAME",
      description = "The profiles to tune. Default: home.")
  private List<String> names = new ArrayList<>(List.of(Profiles.HOME));

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      description = "What is improved. Default: ${DEFAULT-VALUE}.",
      defaultValue = "ndcg@10")
  private String metric;

  @Option(
      names = "--requests",
      paramLabel = "N",
      description = "At most so many users are asked. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1000")
  private int requests;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description =
          "Weights are judged by users they were not learned from. Default: ${DEFAULT-VALUE}.",
      defaultValue = "5")
  private int folds;

  @Option(
      names = "--restarts",
      paramLabel = "N",
      description = "Random starts of the search. Default: ${DEFAULT-VALUE}.",
      defaultValue = "2")
  private int restarts;

  @Option(names = "--allow-negative", description = "Let a signal count against an item.")
  private boolean negative;

  @Option(names = "--keep-normalizers", description = "Learn weights alone.")
  private boolean keepNormalizers;

  @Option(
      names = "--gate",
      split = ",",
      paramLabel = "FEATURE",
      description =
          "Let weights depend on these features of a request: history, session, text, like, idle.")
  private List<String> gates = new ArrayList<>();

  @Option(names = "--dry-run", description = "Learn and report; write nothing to the index.")
  private boolean dryRun;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Also write the report as a web page, with the paths of the weights drawn.")
  private Path report;

  @Override
  protected void run() throws Exception {
    makeFolders(report);
    List<Metric> metrics = usage(() -> Metrics.parse(metric));
    if (metrics.size() != 1) {
      throw wrongUsage("--metric takes one metric, was " + metric);
    }
    if (requests < 1) {
      throw wrongUsage("--requests must be at least 1, was " + requests);
    }
    usage(() -> rehearsal.check(globals().seed()));
    Map<String, Retuned> tuned = new LinkedHashMap<>();
    String written = null;
    try (IndexFolder folder = IndexFolder.open(index.folder);
        Progress progress = progress()) {
      Tuner tuner = usage(() -> tuner(metrics.getFirst()));
      Interactions log = rehearsal.load(folder, events);
      Map<String, Profile> changed = new LinkedHashMap<>(folder.profiles().byName());
      tuned.putAll(tune(folder, log, tuner, progress));
      for (Map.Entry<String, Retuned> one : tuned.entrySet()) {
        if (one.getValue().significant()) {
          Profile current = changed.get(one.getKey());
          changed.put(
              one.getKey(),
              one.getValue().tuning().moved(folder.fit(current, log, globals().threads())));
        }
      }
      if (!dryRun && tuned.values().stream().anyMatch(Retuned::significant)) {
        written =
            ProfileChange.publish(
                index.folder,
                new Profiles(changed, folder.profiles().weights()),
                console().clock().instant());
      }
    }
    answer(new TuneReport(metric, tuned, dryRun, Optional.ofNullable(written)));
  }

  private Tuner tuner(Metric wanted) {
    return new Tuner(
        wanted,
        folds,
        restarts,
        negative,
        !keepNormalizers,
        gated(),
        globals().seed(),
        globals().threads(),
        (done, total) -> {});
  }

  private Set<Feature> gated() {
    return gates.stream().map(Feature::of).collect(Collectors.toSet());
  }

  private Map<String, Retuned> tune(
      IndexFolder folder, Interactions log, Tuner tuner, Progress progress) throws IOException {
    List<Profile> wanted = usage(() -> wanted(folder.profiles()));
    Task task = rehearsal.task(log, globals().seed());
    Instant now = console().clock().instant();
    return rehearsal.rehearse(
        folder,
        task,
        globals(),
        now,
        progress,
        trained -> tuned(trained, task, tuner, wanted, progress));
  }

  private Map<String, Retuned> tuned(
      Rehearsal trained, Task task, Tuner tuner, List<Profile> wanted, Progress progress)
      throws IOException {
    Map<String, Retuned> tuned = new LinkedHashMap<>();
    for (Profile profile : wanted) {
      Retuning retuning =
          new Retuning(
              trained,
              task,
              tuner,
              requests,
              phase ->
                  (done, total) -> progress.update(profile.name() + ": " + phase, done, total));
      tuned.put(profile.name(), retuning.tune(profile));
    }
    return tuned;
  }

  private List<Profile> wanted(Profiles profiles) {
    Registry<Profile> known = new Registry<>("profile", profiles.byName());
    return names.stream().map(known::get).toList();
  }

  private void answer(TuneReport answer) throws IOException {
    if (report != null) {
      Files.writeString(report, answer.html());
    }
    if (globals().json()) {
      out().println(Json.line(answer.json()));
    } else {
      out().print(answer.text());
    }
  }
}
