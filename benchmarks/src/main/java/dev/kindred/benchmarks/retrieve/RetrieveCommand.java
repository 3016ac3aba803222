package dev.kindred.benchmarks.retrieve;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.tools.cli.Action;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kindred bench retrieve}. */
@Command(
    name = "retrieve",
    description = "Related items through the inverted index: skipping against adding up.",
    footerHeading = "%nExample:%n",
    footer = "  kindred bench retrieve --items 100000,1000000")
public final class RetrieveCommand extends Action {
  @Option(
      names = "--items",
      split = ",",
      paramLabel = "N",
      description = "Numbers of items. Default: 100000,1000000.")
  private List<Integer> items = new ArrayList<>(List.of(100_000, 1_000_000));

  @Option(
      names = "--neighbours",
      paramLabel = "K",
      description = "Related items of each item. Default: ${DEFAULT-VALUE}.",
      defaultValue = "30")
  private int neighbours;

  @Option(
      names = "--queries",
      paramLabel = "N",
      description = "Histories of each length. Default: ${DEFAULT-VALUE}.",
      defaultValue = "100")
  private int queries;

  @Mixin private PageOptions pages;
  @Spec private CommandSpec spec;

  @Override
  protected void run() throws Exception {
    Page page =
        pages.page(
            "Retrieving related items", spec.root().commandLine().getParseResult().originalArgs());
    new RetrieveBenchmark(items, neighbours, queries, globals().seed(), this::remark).run(page);
    out().print(page);
    remark("written to " + pages.write("retrieve", page));
  }
}
