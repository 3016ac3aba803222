package dev.kindred.tools.cli;

import dev.kindred.tools.build.LiveItems;
import dev.kindred.tools.build.LiveItems.Changes;
import dev.kindred.tools.read.BadLines;
import dev.kindred.tools.read.Format;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = "Add the items of a file, in place of those with the same ids.",
    footerHeading = "%nExample:%n",
    footer = "  kindred items add --index index new-books.jsonl")
final class ItemsAddCommand extends Action {
  @Mixin private IndexOption index;

  @Parameters(paramLabel = "FILE", description = "Items as CSV, TSV, JSONL or RecBole.")
  private Path file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "The file's format, when it should not be told by its content.")
  private String format = "auto";

  @Option(
      names = "--skip-bad-lines",
      paramLabel = "N",
      description = "Put up with this many bad lines. Default: 0.")
  private long skipBad;

  @Override
  protected void run() throws Exception {
    Format known = usage(() -> Format.of(format));
    BadLines badLines = usage(() -> BadLines.skip(skipBad));
    try (LiveItems items = LiveItems.open(index.folder)) {
      Changes changes = items.add(items.inputs(badLines).items(file, known));
      changes.reads().forEach(read -> read.examples().forEach(this::remark));
      if (globals().json()) {
        out()
            .println(
                Json.line(
                    Json.object()
                        .put("added", changes.added())
                        .put("replaced", changes.replaced())));
      } else {
        out().println("added " + changes.added() + ", replaced " + changes.replaced());
      }
    }
  }
}
