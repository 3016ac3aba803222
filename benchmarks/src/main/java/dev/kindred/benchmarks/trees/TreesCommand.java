package dev.kindred.benchmarks.trees;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.tools.cli.Action;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kindred bench trees}. */
@Command(
    name = "trees",
    description =
        "Judging by trees: ours against LightGBM, XGBoost and RankLib, one row at a time.",
    footerHeading = "%nExample:%n",
    footer = {
      "  kindred bench trees",
      "  kindred bench trees --fixtures core/src/test/resources/trees"
    })
public final class TreesCommand extends Action {
  @Option(
      names = "--fixtures",
      paramLabel = "DIR",
      description = "Instead: train small models, and write them with rows and predictions there.")
  private Path fixtures;

  @Mixin private PageOptions pages;
  @Spec private CommandSpec spec;

  @Override
  protected void run() throws Exception {
    if (fixtures != null) {
      TreeFixtures.write(fixtures).forEach(out()::println);
      return;
    }
    Page page =
        pages.page("Judging by trees", spec.root().commandLine().getParseResult().originalArgs());
    new TreesBenchmark().run(page, globals().seed());
    out().print(page);
    remark("written to " + pages.write("trees", page));
  }
}
