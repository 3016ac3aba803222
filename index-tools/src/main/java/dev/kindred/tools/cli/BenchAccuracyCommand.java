package dev.kindred.tools.cli;

import dev.kindred.index.Schema;
import dev.kindred.tools.cli.Rows.Row;
import dev.kindred.tools.evaluate.Report;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.metric.RatingMetrics;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kindred bench accuracy}. */
@Command(
    name = "accuracy",
    description = {
      "Measure models on published data and protocols, beside the published figures.",
      "The data are not part of Kindred; rows whose files are missing are skipped."
    },
    footerHeading = "%nExample:%n",
    footer = "  kindred bench accuracy --data ../shared/data --row 3")
public final class BenchAccuracyCommand extends Action {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder that holds the data sets' folders.")
  private Path data;

  @Option(
      names = "--row",
      paramLabel = "N",
      description = "Run this row of the table only: 3 or 5. Default: every row.")
  private Integer row;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the table goes. Default: ${DEFAULT-VALUE}.",
      defaultValue = "benchmarks/results/accuracy.md")
  private Path out;

  @Override
  protected void run() throws Exception {
    List<Row> wanted = Rows.ALL.stream().filter(one -> row == null || one.number() == row).toList();
    if (wanted.isEmpty()) {
      throw wrongUsage("--row is " + row + ", expected 3 or 5");
    }
    AccuracyTable table = new AccuracyTable();
    for (Row one : wanted) {
      if (Files.exists(data.resolve(one.train()))) {
        table.add(one, run(one));
      } else {
        remark("row " + one.number() + " is skipped: " + data.resolve(one.train()) + " is missing");
      }
    }
    if (table.isEmpty()) {
      throw new IllegalArgumentException(
          data + ": it holds none of the data sets; name the folder above ml-1m-m1 and ml-1m");
    }
    table.write(out);
    remark("written to " + out);
  }

  private List<Result> run(Row one) throws IOException {
    TaskOptions options = new TaskOptions();
    options.train = data.resolve(one.train());
    options.test = data.resolve(one.test());
    options.negatives = one.negatives() == null ? null : data.resolve(one.negatives());
    List<Task> tasks = options.tasks(globals().seed());
    List<Result> results = new ArrayList<>();
    try (Progress progress = progress()) {
      Schema schema = new Schema(List.of(), List.of(), List.of(), null, null, Map.of(), null);
      Contest contest =
          new Contest(
              RatingMetrics.parse(one.metrics()),
              schema,
              List.of(),
              console().clock().instant(),
              globals(),
              progress,
              Contest.Answers.NONE);
      for (Contestant contestant : one.contestants()) {
        Result result = contest.measure(contestant, tasks);
        results.add(result);
        if (globals().json()) {
          out().println(Json.line(Report.json(result)));
          out().flush();
        }
      }
    }
    if (!globals().json()) {
      out().println("row " + one.number() + ": " + one.title());
      out().println(new Report(tasks, results, List.of()).text());
      one.anchors().forEach(anchor -> out().println("  beside: " + anchor));
    }
    return results;
  }
}
