package dev.kindred.benchmarks.serve;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.tools.cli.Action;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kindred bench serve}. */
@Command(
    name = "serve",
    description = "Candidates against candidates and blend; whole recommendations.",
    footerHeading = "%nExample:%n",
    footer = "  kindred bench serve --data ../shared/data")
public final class ServeCommand extends Action {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "A MovieLens folder, or a folder with one named ml-1m. Default: data of that size are"
              + " simulated.")
  private Path data;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Rounds of the comparison by CPU time. Default: ${DEFAULT-VALUE}.",
      defaultValue = "15")
  private int rounds;

  @Option(names = "--no-jmh", description = "Leave the JMH part out.")
  private boolean withoutJmh;

  @Mixin private PageOptions pages;
  @Spec private CommandSpec spec;

  @Override
  protected void run() throws Exception {
    Page page = pages.page("Serving", spec.root().commandLine().getParseResult().originalArgs());
    Path folder =
        data != null && Files.isDirectory(data.resolve("ml-1m")) ? data.resolve("ml-1m") : data;
    new ServeBenchmark(
            folder, rounds, !withoutJmh, globals().threads(), globals().seed(), this::remark)
        .run(page);
    out().print(page);
    remark("written to " + pages.write("serve", page));
  }
}
