package dev.kindred.tools.cli;

import picocli.CommandLine.Command;

@Command(
    name = "items",
    description = "Change the catalogue of a live index.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ItemsAddCommand.class, ItemsDeleteCommand.class},
    footerHeading = "%nExample:%n",
    footer = {
      "  kindred items add --index index new-books.jsonl",
      "  kindred items delete --index index dracula carmilla"
    })
final class ItemsCommand extends Group {
  ItemsCommand() {
    super("items what? add or delete");
  }
}
