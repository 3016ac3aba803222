package dev.kindred.tools.cli;

import dev.kindred.request.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "search",
    description = "Search for text; with --user the ranking is personal.",
    footerHeading = "%nExample:%n",
    footer = "  kindred search \"vampires in a castle\" --index index --size 5")
final class SearchCommand extends Asking {
  @Parameters(paramLabel = "TEXT", arity = "1..*", description = "What to search for.")
  private String[] text;

  @Override
  Request ask(Request common) {
    return common.text(String.join(" ", text));
  }
}
