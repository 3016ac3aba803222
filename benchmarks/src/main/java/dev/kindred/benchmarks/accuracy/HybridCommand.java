package dev.kindred.benchmarks.accuracy;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.tools.cli.Action;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred bench hybrid}. */
@Command(
    name = "hybrid",
    description = "Hybrids with learned weights against each of their signals alone.",
    footerHeading = "%nExample:%n",
    footer = "  kindred bench hybrid --data ../shared/data --only ml-1m")
public final class HybridCommand extends Action {
  static final List<HybridData> ALL =
      List.of(
          new HybridMovies(),
          new HybridSequences(),
          new HybridLikings(),
          new HybridBeauty(),
          new HybridArticles(),
          new HybridLibraries());

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the data sets.")
  private Path data;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "Which data sets. Default: all there are.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--explore",
      description = "Look at the carve-out alone; the test is not asked and no page written.")
  private boolean explore;

  @Mixin private PageOptions pages;

  @Override
  protected void run() throws Exception {
    List<String> known = ALL.stream().map(HybridData::name).toList();
    for (String name : only) {
      if (!known.contains(name)) {
        throw wrongUsage("no data set " + name + "; known: " + known);
      }
    }
    for (HybridData source : ALL) {
      if (only.isEmpty() || only.contains(source.name())) {
        Page page =
            pages.page(
                "Hybrid: " + source.title(),
                List.of("bench hybrid --data DIR --only " + source.name()));
        Hybrid hybrid =
            new Hybrid(source, globals().threads(), globals().seed(), out()::println, this::remark);
        if (explore) {
          hybrid.explore(data, page);
          out().print(page);
        } else {
          hybrid.run(data, page);
          remark("written to " + pages.write("hybrid-" + source.name(), page));
        }
      }
    }
  }
}
