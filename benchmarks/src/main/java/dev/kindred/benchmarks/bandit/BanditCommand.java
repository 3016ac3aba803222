package dev.kindred.benchmarks.bandit;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.tools.cli.Action;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred bench bandit}. */
@Command(
    name = "bandit",
    description = "Regret of bandits in simulations; off-policy estimates on the Open Bandit logs.",
    footerHeading = "%nExample:%n",
    footer = "  kindred bench bandit --data ../shared/data")
public final class BanditCommand extends Action {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder that holds open-bandit. Default: simulations alone.")
  private Path data;

  @Mixin private PageOptions pages;

  @Override
  protected void run() throws Exception {
    String arguments = data == null ? "bench bandit" : "bench bandit --data DIR";
    Page page = pages.page("Bandits", List.of(arguments));
    page.heading("Regret");
    Map<String, String> charts =
        new RegretBenchmark(globals().seed(), out()::println, this::remark).run(page);
    Path folder = pages.file("bandits").toAbsolutePath().getParent();
    Files.createDirectories(folder);
    for (Map.Entry<String, String> chart : charts.entrySet()) {
      Files.writeString(folder.resolve(chart.getKey() + ".svg"), chart.getValue());
      page.paragraph("![" + chart.getKey() + "](" + chart.getKey() + ".svg)");
    }
    if (data != null) {
      page.heading("Off-policy estimates");
      new OffPolicyBenchmark(data, globals().seed(), out()::println, this::remark).run(page);
    }
    remark("written to " + pages.write("bandits", page));
  }
}
