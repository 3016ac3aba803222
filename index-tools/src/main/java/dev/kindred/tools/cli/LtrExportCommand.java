package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Profile;
import dev.kindred.Profiles;
import dev.kindred.impressions.ImpressionLog;
import dev.kindred.internal.registry.Registry;
import dev.kindred.rank.Part;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.ltr.Grades;
import dev.kindred.tools.ltr.Judged;
import dev.kindred.tools.ltr.Judgments;
import dev.kindred.tools.ltr.LetorWriter;
import dev.kindred.tools.ltr.Served;
import dev.kindred.tools.ltr.Shown;
import dev.kindred.tools.read.Format;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.rehearse.IndexFolder;
import dev.kindred.tools.rehearse.Retuning;
import dev.kindred.tools.tune.Occasion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    description = {
      "Write judgments: what the signals said of items, and how good each turned out to be.",
      "With --shown from the log of what was shown and chosen; else from held-out events, asked of"
          + " models that are trained again without them.",
      "The file is LETOR's and SVMrank's: grade qid:N 1:value … # item. Missing values are left out."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  kindred ltr export --index index --events events.csv --out judgments.txt",
      "  kindred ltr export --index index --shown --events clicks.csv --within PT1H --out judgments.txt"
    })
final class LtrExportCommand extends Action {
  @Mixin private IndexOption index;
  @Mixin private RehearsalOptions rehearsal;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file of judgments to write.")
  private Path out;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "The profile whose signals are written. Default: ${DEFAULT-VALUE}.",
      defaultValue = Profiles.HOME)
  private String name;

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description =
          "The events that the index was built from; with --shown: events that name no request.")
  private Path events;

  @Option(names = "--shown", description = "Read what was shown from the index's log.")
  private boolean shown;

  @Option(
      names = "--within",
      paramLabel = "DURATION",
      description =
          "With --shown: an event that names no request belongs to the last page that showed its"
              + " user the item, at most so long before. Default: ${DEFAULT-VALUE}.",
      defaultValue = "P1D")
  private Duration within;

  @Option(
      names = "--grade",
      paramLabel = "TYPE=GRADE",
      description =
          "With --shown: how good an item is that such an event followed; repeatable. Default: cart"
              + " 2, purchase 3, ratings from 4 stars and all others 1.")
  private Map<String, Integer> grades = new LinkedHashMap<>();

  @Option(
      names = "--requests",
      paramLabel = "N",
      description = "With --events: at most so many users are asked. Default: ${DEFAULT-VALUE}.",
      defaultValue = "5000")
  private int requests;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description =
          "With --events: the best so many candidates of each. Default: ${DEFAULT-VALUE}.",
      defaultValue = "200")
  private int depth;

  @Option(
      names = "--missing",
      paramLabel = "VALUE",
      description =
          "Write this number where a signal has no value, for readers to whom what is left out is 0.")
  private double missing = Double.NaN;

  @Override
  protected void run() throws Exception {
    makeFolders(out);
    Grades all = usage(() -> Grades.COMMON.with(grades));
    usage(() -> rehearsal.check(globals().seed()));
    if (!shown && events == null) {
      throw wrongUsage("judge by what? give --events, or --shown for the log of what was shown");
    }
    if (within.isNegative() || within.isZero() || requests < 1 || depth < 2) {
      throw wrongUsage("--within and --requests must be positive, --depth at least 2");
    }
    ObjectNode answer = Json.object();
    try (IndexFolder folder = IndexFolder.open(index.folder);
        Progress progress = progress()) {
      Profile profile =
          usage(() -> new Registry<>("profile", folder.profiles().byName()).get(name));
      List<String> signals = profile.signals().stream().map(Part::name).toList();
      Judgments judgments =
          shown ? fromLog(all, signals, answer) : fromEvents(folder, profile, progress, answer);
      write(judgments, answer);
    }
    answer(answer);
  }

  private Judgments fromLog(Grades all, List<String> signals, ObjectNode answer)
      throws IOException {
    Shown log = new Shown(name, all, within).read(ImpressionLog.of(index.folder));
    if (events != null) {
      Inputs.STRICT
          .events(events, Format.of(rehearsal.format))
          .read(
              (user, item, type, value, time) ->
                  log.follow(null, user, item, type, value, Instant.ofEpochMilli(time)));
    }
    answer.put("shown", log.pages());
    answer.put("events", log.matched());
    answer.put("events_of_nothing_shown", log.unmatched());
    return log.judgments(signals);
  }

  private Judgments fromEvents(
      IndexFolder folder, Profile profile, Progress progress, ObjectNode answer)
      throws IOException {
    Occasion occasion = Occasion.of(profile);
    if (occasion.text()) {
      throw wrongUsage(
          "profile '"
              + name
              + "' is asked with text, and events hold none; use --shown, what was searched and chosen");
    }
    Task task =
        Retuning.some(
            usage(() -> rehearsal.task(rehearsal.load(folder, events), globals().seed())),
            requests);
    answer.put("asked", task.queries().size());
    return rehearsal.rehearse(
        folder,
        task,
        globals(),
        console().clock().instant(),
        progress,
        trained ->
            new Served(
                    trained.serving(),
                    trained.fit(Retuning.unfitted(profile)),
                    query -> occasion.request(query, task.seen()).size(1),
                    depth)
                .judgments(
                    task,
                    globals().threads(),
                    (done, total) -> progress.update("ask", done, total)));
  }

  private void write(Judgments judgments, ObjectNode answer) throws IOException {
    if (judgments.requests().isEmpty()) {
      throw new IllegalStateException(
          "nothing to learn from: no request has both items that were chosen and others; "
              + answer);
    }
    try (LetorWriter writer = new LetorWriter(out, judgments.signals(), missing)) {
      for (Judged one : judgments.requests()) {
        writer.write(one);
      }
      answer.put("requests", writer.requests());
      answer.put("rows", writer.rows());
    }
    answer.set("signals", Json.tree(judgments.signals()));
    answer.put("file", out.toString());
  }

  private void answer(ObjectNode answer) {
    if (globals().json()) {
      out().println(Json.line(answer));
      return;
    }
    answer
        .properties()
        .forEach(
            entry ->
                out()
                    .println(
                        entry.getKey().replace('_', ' ')
                            + ": "
                            + (entry.getValue().isTextual()
                                ? entry.getValue().asText()
                                : entry.getValue())));
  }
}
