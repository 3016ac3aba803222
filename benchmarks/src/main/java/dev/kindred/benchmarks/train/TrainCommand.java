package dev.kindred.benchmarks.train;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.tools.cli.Action;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kindred bench train}. */
@Command(
    name = "train",
    description = "One ALS iteration against EJML and against the machine's limits.",
    footerHeading = "%nExample:%n",
    footer = "  kindred bench train --factors 64,128 --events 20000000")
public final class TrainCommand extends Action {
  @Option(
      names = "--factors",
      split = ",",
      paramLabel = "K",
      description = "Numbers of factors. Default: 64,128.")
  private List<Integer> factors = new ArrayList<>(List.of(64, 128));

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "How many ratings are simulated. Default: ${DEFAULT-VALUE}.",
      defaultValue = "20000000")
  private int events;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Iterations counted of each case. Default: ${DEFAULT-VALUE}.",
      defaultValue = "3")
  private int rounds;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "Threads of our iterations; with 1 the thread's own CPU time is taken, else the"
              + " process's. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private int workers;

  @Mixin private PageOptions pages;
  @Spec private CommandSpec spec;

  @Override
  protected void run() throws Exception {
    Page page = pages.page("Training", spec.root().commandLine().getParseResult().originalArgs());
    new TrainBenchmark(factors, events, rounds, workers, globals().seed(), this::remark).run(page);
    out().print(page);
    remark("written to " + pages.write("train", page));
  }
}
