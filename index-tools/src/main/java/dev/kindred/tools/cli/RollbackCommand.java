package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "rollback",
    description = "Serve the generation before the current one again.",
    footerHeading = "%nExample:%n",
    footer = "  kindred rollback --index index")
final class RollbackCommand extends Action {
  @Mixin private IndexOption index;

  @Override
  protected void run() throws Exception {
    Path from = index.current();
    Path to = index.generations().rollback();
    if (globals().json()) {
      ObjectNode json = Json.object();
      json.put("from", name(from));
      json.put("to", name(to));
      out().println(Json.line(json));
    } else {
      out().println("rolled back from generation " + name(from) + " to " + name(to));
    }
  }

  private static String name(Path generation) {
    return generation.getFileName().toString();
  }
}
