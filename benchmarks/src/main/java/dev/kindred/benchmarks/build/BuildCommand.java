package dev.kindred.benchmarks.build;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.tools.cli.Action;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kindred bench build}. */
@Command(
    name = "build",
    description = "Writing items against a bare Lucene writer of the same fields.",
    footerHeading = "%nExample:%n",
    footer = "  kindred bench build --items 200000")
public final class BuildCommand extends Action {
  @Option(
      names = "--items",
      paramLabel = "N",
      description = "How many items, in all rounds together. Default: ${DEFAULT-VALUE}.",
      defaultValue = "200000")
  private int items;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Into how many rounds they are cut. Default: ${DEFAULT-VALUE}.",
      defaultValue = "5")
  private int rounds;

  @Mixin private PageOptions pages;
  @Spec private CommandSpec spec;

  @Override
  protected void run() throws Exception {
    Page page = pages.page("Building", spec.root().commandLine().getParseResult().originalArgs());
    new BuildBenchmark(items, rounds, globals().seed(), this::remark).run(page);
    out().print(page);
    remark("written to " + pages.write("build", page));
  }
}
