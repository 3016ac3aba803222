package dev.kindred.tools.cli;

import dev.kindred.request.Request;
import picocli.CommandLine.Command;

@Command(
    name = "recommend",
    description = "For you, or what next: items for a user or after a visitor's history.",
    footerHeading = "%nExample:%n",
    footer = {
      "  kindred recommend --user 196 --index index --filter year>=1995",
      "  kindred recommend --history dracula,carmilla --index index --json"
    })
final class RecommendCommand extends Asking {
  @Override
  Request ask(Request common) {
    if (options().user == null && options().history.isEmpty()) {
      throw wrongUsage("who is it for? give --user U or --history ID,ID,…");
    }
    return common;
  }
}
