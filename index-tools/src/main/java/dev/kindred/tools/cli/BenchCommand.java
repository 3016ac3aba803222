package dev.kindred.tools.cli;

import picocli.CommandLine.Command;

@Command(
    name = "bench",
    description = "Run the reproducible comparisons.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = BenchAccuracyCommand.class,
    footerHeading = "%nExample:%n",
    footer = "  kindred bench accuracy --data ../shared/data --row 3")
final class BenchCommand extends Group {
  BenchCommand() {
    super("bench what? accuracy");
  }
}
