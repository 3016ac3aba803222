package dev.kindred.tools.cli;

import dev.kindred.data.Event;
import dev.kindred.data.Interactions;
import dev.kindred.tools.evaluate.task.Published;
import dev.kindred.tools.evaluate.task.Seen;
import dev.kindred.tools.evaluate.task.Split;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.read.EventLoader;
import dev.kindred.tools.read.Format;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.SplitFiles;
import dev.kindred.tools.read.config.EventRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What is asked in an evaluation: a split made elsewhere, or one made here. */
final class TaskOptions {
  @Option(
      names = "--train",
      paramLabel = "FILE",
      description = "Events to learn from, split elsewhere.")
  Path train;

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "With --train: the held-out events that are asked for.")
  Path test;

  @Option(
      names = "--validation",
      paramLabel = "FILE",
      description =
          "With --train: events between training and test; learned from too, and history.")
  Path validation;

  @Option(
      names = "--no-refit",
      description = "With --validation: do not learn from it; it stays history.")
  boolean noRefit;

  @Option(
      names = "--negatives",
      paramLabel = "FILE",
      description =
          "With --train: rank each held-out item among these only; (user,item), then negatives, with"
              + " tabs between.")
  Path negatives;

  @Option(names = "--events", paramLabel = "FILE", description = "All events, to be split here.")
  Path events;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      description =
          "With --events: time:0.9, leave-one-out, leave-last:5, random:0.8, users:0.8 or folds:5. Default:"
              + " time:0.9, the only one that leaks nothing.")
  private String split;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "The format of the event files, when it should not be told by their content.")
  String format = "auto";

  @Option(
      names = "--include-seen",
      description = "Let seen items be recommended and asked for, as in repeat consumption.")
  boolean includeSeen;

  /** Null when the options fit together, else what is wrong. */
  String problem() {
    if ((train == null) != (test == null)) {
      return "--train and --test belong together";
    }
    if ((train == null) == (events == null)) {
      return "evaluate on what? give --train and --test, or --events with --split";
    }
    if (train != null && split != null) {
      return "--split belongs to --events; --train and --test are split already";
    }
    if (noRefit && validation == null) {
      return "--no-refit belongs to --validation";
    }
    if (train == null && (negatives != null || validation != null)) {
      return "--negatives and --validation belong to --train";
    }
    return null;
  }

  /** As it was given, or the customary one. */
  String split() {
    return split == null ? "time:0.9" : split;
  }

  /** One task, or one a fold. */
  List<Task> tasks(long seed) throws IOException {
    Seen seen = includeSeen ? Seen.KEPT : Seen.FILTERED;
    if (events != null) {
      return Split.parse(split(), seed).tasks(load(events), seen);
    }
    Published published =
        new Published(train.getFileName().toString(), load(train), relevant())
            .seen(seen)
            .ratings(ratings());
    if (validation != null) {
      published = published.validation(load(validation), !noRefit);
    }
    if (negatives != null) {
      published = published.negatives(candidates());
    }
    return List.of(published.task());
  }

  private Interactions load(Path file) {
    Inputs inputs = Inputs.STRICT;
    return EventLoader.load(inputs.events(file, Format.of(format)), EventRules.COMMON, List.of())
        .interactions();
  }

  private Map<String, List<String>> relevant() {
    Map<String, List<String>> byUser = new LinkedHashMap<>();
    Inputs.STRICT
        .events(test, Format.of(format))
        .read(
            (user, item, type, value, time) ->
                byUser.computeIfAbsent(user, id -> new ArrayList<>()).add(item));
    return byUser;
  }

  /** The stars of the test events that are ratings, the last of each pair. */
  private Map<String, Map<String, Double>> ratings() {
    Map<String, Map<String, Double>> byUser = new LinkedHashMap<>();
    Inputs.STRICT
        .events(test, Format.of(format))
        .read(
            (user, item, type, value, time) -> {
              if (type.equals(Event.RATING)) {
                byUser.computeIfAbsent(user, id -> new LinkedHashMap<>()).put(item, (double) value);
              }
            });
    return byUser;
  }

  /** By user; the task counts and skips held-out items among their own negatives. */
  private Map<String, List<String>> candidates() {
    Map<String, List<String>> byUser = new LinkedHashMap<>();
    SplitFiles.open(Inputs.STRICT, Format.of(format), train, null, test, negatives)
        .candidates()
        .forEach(
            one -> {
              List<String> own = byUser.computeIfAbsent(one.user(), user -> new ArrayList<>());
              own.addAll(one.negatives());
              own.addAll(Collections.nCopies(one.repeated(), one.heldOut()));
            });
    return byUser;
  }
}
