package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Erasure;
import dev.kindred.Erasure.Erased;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "forget",
    description = {
      "Erase a user from every generation and from live events, and look for anything left.",
      "The files that were built from are yours to clean: a rebuild from them brings the user back."
    },
    footerHeading = "%nExample:%n",
    footer = "  kindred forget 196 --index index")
final class ForgetCommand extends Action {
  @Mixin private IndexOption index;

  @Parameters(paramLabel = "USER", description = "The user's id.")
  private String user;

  @Override
  protected void run() throws Exception {
    index.current();
    Erased erased = Erasure.of(index.folder, user);
    if (globals().json()) {
      ObjectNode json = Json.object();
      json.put("user", user);
      json.put("events", erased.total());
      json.set("generations", Json.tree(erased.events()));
      json.set("mentions", Json.tree(erased.mentions().stream().map(Path::toString).toList()));
      out().println(Json.line(json));
      return;
    }
    if (erased.total() == 0) {
      out().println("nothing was stored of user " + user);
    } else {
      erased
          .events()
          .forEach(
              (place, events) ->
                  out().println("erased " + events + " events of " + user + " in " + place));
    }
    erased
        .mentions()
        .forEach(file -> out().println("still named in " + file + "; the next build replaces it"));
  }
}
