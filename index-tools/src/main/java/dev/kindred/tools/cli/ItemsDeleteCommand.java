package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.tools.build.LiveItems;
import dev.kindred.tools.build.LiveItems.Changes;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "delete",
    description = "Delete items by their ids.",
    footerHeading = "%nExample:%n",
    footer = "  kindred items delete --index index dracula carmilla")
final class ItemsDeleteCommand extends Action {
  @Mixin private IndexOption index;

  @Parameters(paramLabel = "ID", arity = "1..*", description = "Items to delete.")
  private List<String> ids;

  @Override
  protected void run() throws Exception {
    try (LiveItems items = LiveItems.open(index.folder)) {
      Changes changes = items.delete(ids);
      if (globals().json()) {
        ObjectNode json = Json.object().put("deleted", changes.deleted());
        json.set("unknown", Json.tree(changes.unknown()));
        out().println(Json.line(json));
        return;
      }
      out().println("deleted " + changes.deleted());
      if (!changes.unknown().isEmpty()) {
        out().println("not in the index: " + String.join(", ", changes.unknown()));
      }
    }
  }
}
