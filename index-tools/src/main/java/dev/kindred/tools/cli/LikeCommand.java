package dev.kindred.tools.cli;

import dev.kindred.request.Request;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "like",
    description = "More like these items.",
    footerHeading = "%nExample:%n",
    footer = "  kindred like dracula --unlike twilight --index index")
final class LikeCommand extends Asking {
  @Parameters(paramLabel = "ID", arity = "1..*", description = "Items to find more like.")
  private List<String> ids;

  @Option(
      names = "--unlike",
      arity = "1..*",
      split = ",",
      paramLabel = "ID",
      description = "Items to stay away from.")
  private List<String> unlike = new ArrayList<>();

  @Override
  Request ask(Request common) {
    return common.like(ids).unlike(unlike.toArray(String[]::new));
  }
}
