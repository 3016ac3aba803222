package dev.kindred.benchmarks;

import dev.kindred.benchmarks.accuracy.AccuracyCommand;
import dev.kindred.benchmarks.accuracy.HybridCommand;
import dev.kindred.benchmarks.bandit.BanditCommand;
import dev.kindred.benchmarks.build.BuildCommand;
import dev.kindred.benchmarks.kernels.KernelsCommand;
import dev.kindred.benchmarks.live.LiveCommand;
import dev.kindred.benchmarks.retrieve.RetrieveCommand;
import dev.kindred.benchmarks.serve.ServeCommand;
import dev.kindred.benchmarks.train.TrainCommand;
import dev.kindred.tools.cli.Action;
import picocli.CommandLine.Command;

/** {@code kindred bench}. */
@Command(
    name = "bench",
    description = "Run the reproducible comparisons; each writes a page of results.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      AccuracyCommand.class,
      BanditCommand.class,
      TrainCommand.class,
      ServeCommand.class,
      RetrieveCommand.class,
      BuildCommand.class,
      KernelsCommand.class,
      LiveCommand.class,
      HybridCommand.class
    },
    footerHeading = "%nExample:%n",
    footer = "  kindred bench accuracy --data ../shared/data --row 3")
final class BenchCommand extends Action {
  @Override
  protected void run() {
    throw wrongUsage(
        "bench what? accuracy, hybrid, bandit, train, serve, retrieve, build, kernels or live");
  }
}
