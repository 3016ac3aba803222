package dev.kindred.benchmarks.page;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.benchmarks.report.Sample;
import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.examples.bookshop.web.ShopServer;
import dev.kindred.tools.cli.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.util.IOUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kindred bench page}. */
@Command(
    name = "page",
    description = "The bookshop's page: how long its answers take over HTTP.",
    footerHeading = "%nExample:%n",
    footer = "  kindred bench page --walks 300")
public final class PageCommand extends Action {
  private static final double LIMIT_MILLIS = 50;

  @Option(
      names = "--walks",
      paramLabel = "N",
      description = "How many readers walk through the shop. Default: ${DEFAULT-VALUE}.",
      defaultValue = "300")
  private int walks;

  @Mixin private PageOptions pages;
  @Spec private CommandSpec spec;

  @Override
  protected void run() throws Exception {
    Page page =
        pages.page(
            "The bookshop's page", spec.root().commandLine().getParseResult().originalArgs());
    Path folder = Files.createTempDirectory("kindred-page");
    try (Bookshop shop = Bookshop.open(folder);
        ShopServer server = ShopServer.unhurried(shop, 0)) {
      measure(new Visit(server.url(), shop), walks / 3);
      report(page, measure(new Visit(server.url(), shop), walks));
    } finally {
      IOUtils.rm(folder);
    }
    out().print(page);
    remark("written to " + pages.write("page", page));
  }

  private static Map<String, Sample> measure(Visit visit, int count)
      throws IOException, InterruptedException {
    for (int i = 0; i < count; i++) {
      visit.walk(i);
    }
    return visit.millis();
  }

  private void report(Page page, Map<String, Sample> millis) {
    page.heading("Answers over HTTP")
        .paragraph(
            "Readers walk through the shop one after the other: the list for them, suggestions, a"
                + " search, an item with what is like it, why not, and a click that is on the disk"
                + " when it is answered. Each answer is a whole page: items with fields, what each"
                + " signal adds with its reasons, facets over all candidates, and the question as"
                + " code. Timed at the client, on this machine, after "
                + walks / 3
                + " walks to warm up.")
        .table("what is asked", "times", "p50 ms", "p95 ms", "p99 ms", "p95 under 50 ms");
    millis.forEach(
        (kind, sample) ->
            page.row(
                kind,
                Integer.toString(sample.size()),
                Page.number(sample.median(), 1),
                Page.number(sample.quantile(0.95), 1),
                Page.number(sample.quantile(0.99), 1),
                Page.verdict(sample.quantile(0.95) < LIMIT_MILLIS)));
  }
}
