package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.index.Generations;
import dev.kindred.index.LuceneUserStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "forget",
    description = {
      "Erase a user from every generation of the index and say what was erased.",
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
    Map<String, Integer> erased = new LinkedHashMap<>();
    for (Generations.Generation generation : index.generations().list()) {
      erased.put(generation.path().getFileName().toString(), erase(generation.path()));
    }
    int total = erased.values().stream().mapToInt(Integer::intValue).sum();
    if (globals().json()) {
      ObjectNode json = Json.object();
      json.put("user", user);
      json.put("events", total);
      json.set("generations", Json.tree(erased));
      out().println(Json.line(json));
    } else if (total == 0) {
      out().println("nothing was stored of user " + user);
    } else {
      erased.forEach(
          (generation, events) ->
              out().println("erased " + events + " events of " + user + " in " + generation));
    }
  }

  private int erase(Path generation) throws IOException {
    Path users = generation.resolve(Generations.USERS);
    if (Files.notExists(users)) {
      return 0;
    }
    try (LuceneUserStore store = LuceneUserStore.open(users)) {
      return store.forget(user);
    }
  }
}
