package dev.kindred.benchmarks.accuracy;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.tools.cli.Action;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kindred bench ltr}. */
@Command(
    name = "ltr",
    description = "Trees learned by LambdaMART against weighted sums and single signals.",
    footerHeading = "%nExample:%n",
    footer = "  kindred bench ltr --data ../shared/data")
public final class LtrCommand extends Action {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the data sets; ml-1m is read.")
  private Path data;

  @Mixin private PageOptions pages;
  @Spec private CommandSpec spec;

  @Override
  protected void run() throws Exception {
    Page page =
        pages.page("Learning to rank", spec.root().commandLine().getParseResult().originalArgs());
    HybridData source = new HybridMovies();
    page.heading(source.title());
    Hybrid hybrid =
        new Hybrid(source, globals().threads(), globals().seed(), out()::println, this::remark);
    new HybridTrees(hybrid).run(data, page);
    out().print(page);
    remark("written to " + pages.write("ltr", page));
  }
}
