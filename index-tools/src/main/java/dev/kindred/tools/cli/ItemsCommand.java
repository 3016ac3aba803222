package dev.kindred.tools.cli;

import picocli.CommandLine.Command;

@Command(
    name = "items",
    description = "Change the catalogue of a live index.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ItemsAddCommand.class,
      ItemsDeleteCommand.class,
      ItemsSetCommand.class,
      ItemsUpdateCommand.class
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  kindred items add --index index new-books.jsonl",
      "  kindred items delete --index index dracula carmilla",
      "  kindred items set --index index dracula price=9.99 stock=0"
    })
final class ItemsCommand extends Group {
  ItemsCommand() {
    super("items what? add, delete, set or update");
  }
}
