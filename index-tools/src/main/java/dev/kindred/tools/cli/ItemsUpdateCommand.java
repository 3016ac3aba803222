package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.tools.build.LiveItems;
import dev.kindred.tools.build.LiveItems.NumbersSet;
import dev.kindred.tools.read.BadLines;
import dev.kindred.tools.read.Format;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "update",
    description = {
      "Set numbers of many items, such as price and stock; the items are not written again.",
      "All of the file becomes visible at once, or nothing. What a line does not name stays as it"
          + " is."
    },
    footerHeading = "%nExample:%n",
    footer = "  kindred items update --index index stock.csv")
final class ItemsUpdateCommand extends Action {
  @Mixin private IndexOption index;

  @Parameters(
      paramLabel = "FILE",
      description = "CSV, TSV or JSONL of ids and numbers, such as the columns id, price, stock.")
  private Path file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "The file's format, when it should not be told by its content.")
  private String format = "auto";

  @Override
  protected void run() throws Exception {
    Format known = usage(() -> Format.of(format));
    try (LiveItems items = LiveItems.open(index.folder)) {
      NumbersSet set = items.set(items.inputs(BadLines.STOP).items(file, known));
      report(this, set.unknown(), set.items());
    }
  }

  /** Says what was set. */
  static void report(Action action, Set<String> unknown, long items) {
    long known = items - unknown.size();
    if (action.globals().json()) {
      ObjectNode json = Json.object().put("set", known);
      json.set("unknown", Json.tree(unknown));
      action.out().println(Json.line(json));
      return;
    }
    action.out().println("set numbers of " + known + " items");
    if (!unknown.isEmpty()) {
      action.out().println("not in the index: " + String.join(", ", unknown));
    }
  }
}
