package dev.kindred.tools.cli;

import dev.kindred.data.Interactions;
import dev.kindred.tools.evaluate.task.Seen;
import dev.kindred.tools.evaluate.task.Split;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.read.EventLoader;
import dev.kindred.tools.read.Format;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.EventRules;
import dev.kindred.tools.rehearse.IndexFolder;
import dev.kindred.tools.rehearse.Rehearsal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.IOUtils;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Events of which a part is held out, and the index's models trained again on the others. */
final class RehearsalOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "The format of the events, when it should not be told by their content.")
  String format = "auto";

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      description =
          "Which events are held out: time:0.9, leave-one-out and so on. Default: time:0.9, or"
              + " leave-one-out where events have no times.")
  private String split;

  @Option(
      names = "--no-retrain",
      description =
          "Use the models as they are; they must not have seen the events that are held out.")
  private boolean asTrained;

  /** Does something with a rehearsal of the index. */
  interface Act<T> {
    T on(Rehearsal rehearsal) throws IOException;
  }

  /**
   * @throws IllegalArgumentException when an option has no such value
   */
  void check(long seed) {
    Format.of(format);
    if (split != null) {
      Split.parse(split, seed);
    }
  }

  /** The events, weighed as the index's profiles say. */
  Interactions load(IndexFolder folder, Path events) {
    EventRules rules =
        new EventRules(
            EventColumns.COMMON, folder.profiles().weights(), Optional.empty(), Optional.empty());
    return EventLoader.load(Inputs.STRICT.events(events, Format.of(format)), rules, List.of())
        .interactions();
  }

  /**
   * What is learned from, and what is held out.
   *
   * @throws ParameterException when the split makes several tasks
   */
  Task task(Interactions log, long seed) {
    Split chosen = split == null ? Split.customary(log) : Split.parse(split, seed);
    List<Task> tasks = chosen.tasks(log, Seen.FILTERED);
    if (tasks.size() > 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--split " + split + " makes several tasks, expected one that holds out once");
    }
    return tasks.getFirst();
  }

  /** Trains, and acts while the rehearsal lasts. */
  <T> T rehearse(
      IndexFolder folder, Task task, Globals globals, Instant now, Progress progress, Act<T> act)
      throws IOException {
    Path scratch = Files.createTempDirectory("kindred-rehearsal");
    Rehearsal.Setting setting =
        new Rehearsal.Setting(
            folder.schema(),
            folder.items(),
            folder.parts(),
            Map.of(),
            now,
            globals.seed(),
            globals.threads(),
            model -> progress.epochs("train " + model));
    try (Rehearsal rehearsal =
        asTrained
            ? Rehearsal.asTrained(folder, setting, task.train(), scratch)
            : Rehearsal.of(setting, task.train(), scratch)) {
      return act.on(rehearsal);
    } finally {
      IOUtils.rm(scratch);
    }
  }
}
