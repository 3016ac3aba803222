package dev.kindred.benchmarks;

import dev.kindred.benchmarks.accuracy.AccuracyCommand;
import dev.kindred.benchmarks.accuracy.HybridCommand;
import dev.kindred.benchmarks.accuracy.LtrCommand;
import dev.kindred.benchmarks.bandit.BanditCommand;
import dev.kindred.benchmarks.build.BuildCommand;
import dev.kindred.benchmarks.cluster.ClusterCommand;
import dev.kindred.benchmarks.cold.ColdCommand;
import dev.kindred.benchmarks.deep.DeepCommand;
import dev.kindred.benchmarks.encode.EncodeCommand;
import dev.kindred.benchmarks.kernels.KernelsCommand;
import dev.kindred.benchmarks.knn.KnnCommand;
import dev.kindred.benchmarks.live.LiveCommand;
import dev.kindred.benchmarks.page.PageCommand;
import dev.kindred.benchmarks.peers.PeersCommand;
import dev.kindred.benchmarks.retrieve.RetrieveCommand;
import dev.kindred.benchmarks.serve.ServeCommand;
import dev.kindred.benchmarks.train.ModelsCommand;
import dev.kindred.benchmarks.train.TrainCommand;
import dev.kindred.benchmarks.trees.TreesCommand;
import dev.kindred.tools.cli.Action;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kindred bench}. */
@Command(
    name = "bench",
    description = "Run the reproducible comparisons; each writes a page of results.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      AccuracyCommand.class,
      BanditCommand.class,
      TrainCommand.class,
      ModelsCommand.class,
      ServeCommand.class,
      RetrieveCommand.class,
      BuildCommand.class,
      KernelsCommand.class,
      EncodeCommand.class,
      KnnCommand.class,
      DeepCommand.class,
      PeersCommand.class,
      LiveCommand.class,
      HybridCommand.class,
      PageCommand.class,
      ClusterCommand.class,
      ColdCommand.class,
      LtrCommand.class,
      TreesCommand.class
    },
    footerHeading = "%nExample:%n",
    footer = "  kindred bench accuracy --data ../shared/data --row 3")
final class BenchCommand extends Action {
  @Spec private CommandSpec spec;

  @Override
  protected void run() {
    throw wrongUsage("bench what? " + String.join(", ", spec.subcommands().keySet()));
  }
}
