package dev.kindred.tools.cli;

import picocli.CommandLine.Command;

@Command(
    name = "ltr",
    description =
        "Learn to rank: judgments, trees learned from them, and profiles that judge by trees.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {LtrExportCommand.class, LtrTrainCommand.class, LtrUseCommand.class},
    footerHeading = "%nExample:%n",
    footer = {
      "  kindred ltr export --index index --events events.csv --out judgments.txt",
      "  kindred ltr train judgments.txt --out trees.txt",
      "  kindred ltr use --index index --model trees.txt"
    })
final class LtrCommand extends Group {
  LtrCommand() {
    super("ltr what? export, train or use");
  }
}
