package dev.kindred.benchmarks.deep;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.tools.cli.Action;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kindred bench deep}. */
@Command(
    name = "deep",
    description = {
      "CPU seconds of an epoch of SASRec and GRU4Rec, ours against PyTorch's, on one thread.",
      "PyTorch is large and left out of the build; to have it, build once with"
          + " mvn -Dquick -Dmaven.test.skip -Pdjl -pl benchmarks -am package"
    },
    footerHeading = "%nExample:%n",
    footer = "  kindred bench deep --data ../shared/data")
public final class DeepCommand extends Action {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the data sets, with ml-1m in it.")
  private Path data;

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "Users whose histories are trained on. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1024")
  private int users;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Epochs of each that are counted. Default: ${DEFAULT-VALUE}.",
      defaultValue = "5")
  private int rounds;

  @Option(
      names = "--warming",
      paramLabel = "N",
      description = "Epochs of each before those. Default: ${DEFAULT-VALUE}.",
      defaultValue = "2")
  private int warming;

  @Mixin private PageOptions pages;
  @Spec private CommandSpec spec;

  @Override
  protected void run() throws Exception {
    if (users < 1 || rounds < 1 || warming < 0) {
      throw wrongUsage("--users and --rounds must be at least 1, --warming at least 0");
    }
    Torch.unpackTo(PageOptions.sources().resolve("benchmarks/target/torch"));
    Page page =
        pages.page(
            "An epoch of deep models", spec.root().commandLine().getParseResult().originalArgs());
    new DeepBenchmark(users, rounds, warming, globals().seed(), this::remark)
        .run(DeepBenchmark.movieLens(data), page);
    out().print(page);
    remark("written to " + pages.write("deep", page));
  }
}
