package dev.kindred.benchmarks.accuracy;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.tools.cli.Action;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred bench accuracy}. */
@Command(
    name = "accuracy",
    description = "Rows of the accuracy scoreboard, through the serving path.",
    footerHeading = "%nExample:%n",
    footer = "  kindred bench accuracy --data ../shared/data --row 3")
public final class AccuracyCommand extends Action {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the data sets: ml-1m-m1, ml-1m and so on.")
  private Path data;

  @Option(
      names = "--row",
      split = ",",
      paramLabel = "N",
      description = "Which rows. Default: all there are.")
  private List<Integer> rows = new ArrayList<>();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "Only entries of this algorithm, or whose label starts so; prints, and leaves the page of"
              + " results as it is.")
  private List<String> models = new ArrayList<>();

  @Option(
      names = "--merge",
      description =
          "With --model: put these entries' lines into the page and keep the row's others, so that"
              + " a row of long trainings can be measured one by one.")
  private boolean merge;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description =
          "Seeds to train each model with; means are reported. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private int seeds;

  @Mixin private PageOptions pages;

  @Override
  protected void run() throws Exception {
    List<Integer> known = Sections.ALL.stream().map(Section::number).toList();
    for (int row : rows) {
      if (!known.contains(row)) {
        throw wrongUsage("no row " + row + " yet; known: " + known);
      }
    }
    if (merge && models.isEmpty()) {
      throw wrongUsage("--merge needs --model: without it rows are measured and written whole");
    }
    if (seeds < 1) {
      throw wrongUsage("--seeds must be at least 1, was " + seeds);
    }
    AccuracyBenchmark benchmark =
        new AccuracyBenchmark(
            data, globals().threads(), globals().seed(), seeds, out()::println, this::remark);
    for (Section row : Sections.ALL) {
      if (rows.isEmpty() || rows.contains(row.number())) {
        Page page = pages.page(null, List.of(arguments(row)));
        row.only(models).run(benchmark, page);
        if (models.isEmpty() || merge) {
          write(row, page.toString());
        }
      }
    }
  }

  private String arguments(Section row) {
    StringBuilder arguments = new StringBuilder("bench accuracy --data DIR --row " + row.number());
    models.forEach(model -> arguments.append(" --model ").append(quoted(model)));
    return arguments + (merge ? " --merge" : "") + (seeds == 1 ? "" : " --seeds " + seeds);
  }

  private static String quoted(String label) {
    return label.contains(" ") ? '"' + label + '"' : label;
  }

  /** Reads the page again: another row may have been written while this one was measured. */
  private void write(Section row, String body) throws IOException {
    Scoreboard scoreboard = Scoreboard.read(pages.file("accuracy"));
    if (row.labels().isEmpty() || models.isEmpty()) {
      scoreboard.put(row, body);
    } else {
      scoreboard.merge(row, body);
    }
    scoreboard.write();
    remark("written to " + pages.file("accuracy"));
  }
}
