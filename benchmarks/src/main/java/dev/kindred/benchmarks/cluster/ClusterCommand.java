package dev.kindred.benchmarks.cluster;

import dev.kindred.Recommender;
import dev.kindred.benchmarks.cluster.Overhead.Way;
import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.benchmarks.report.Sample;
import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.tools.cli.Action;
import dev.kindred.tools.cluster.LocalCluster;
import dev.kindred.tools.push.Cluster;
import dev.kindred.tools.push.Push;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.util.IOUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kindred bench cluster}. */
@Command(
    name = "cluster",
    description = "What asking a cluster costs beside the embedded engine.",
    footerHeading = "%nExample:%n",
    footer = "  kindred bench cluster --rounds 30")
public final class ClusterCommand extends Action {
  private static final String NAME = "overhead";
  private static final double LIMIT = 1.3;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "A built index. Default: the bookshop's.")
  private Path index;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description =
          "How often each question is asked, after half as many rounds to warm up. Default:"
              + " ${DEFAULT-VALUE}.",
      defaultValue = "30")
  private int rounds;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      description = "Memory of the node's heap. Default: ${DEFAULT-VALUE}.",
      defaultValue = "320")
  private int heap;

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description = "The clock of every question. Default: ${DEFAULT-VALUE}.",
      defaultValue = "2026-09-02T00:00:00Z")
  private Instant now;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "The unpacked distribution with the plugin. Default: what the build made.")
  private Path home = Path.of(System.getProperty("kindred.opensearch.home", ""));

  @Mixin private PageOptions pages;
  @Spec private CommandSpec spec;

  @Override
  protected void run() throws Exception {
    if (Files.notExists(home.resolve("plugins").resolve("kindred"))) {
      throw wrongUsage(
          "--home is '" + home + "', expected an OpenSearch with the plugin kindred installed");
    }
    Page page =
        pages.page("Asking a cluster", spec.root().commandLine().getParseResult().originalArgs());
    Path work = Files.createTempDirectory("kindred-overhead");
    try {
      Path folder = index == null ? work.resolve("bookshop") : index;
      if (index == null) {
        Bookshop.open(folder).close();
      }
      measure(folder, work, page);
    } finally {
      IOUtils.rm(work);
    }
    out().print(page);
    remark("written to " + pages.write("cluster", page));
  }

  private void measure(Path folder, Path work, Page page) throws IOException {
    try (Recommender shop = Recommender.open(folder);
        LocalCluster nodes = LocalCluster.start(home, work.resolve("nodes"), 1, heap, PATIENCE);
        Cluster cluster = new Cluster(nodes.address(0))) {
      new Push(folder, NAME, 1, 0).to(cluster, (step, done, total) -> {});
      Map<String, List<Question>> kinds = Questions.of(folder, shop, now);
      explain(page, shop);
      for (Map.Entry<String, List<Question>> kind : kinds.entrySet()) {
        remark("asking " + kind.getKey());
        new Overhead(shop, cluster, NAME).rounds(kind.getValue(), Math.max(1, rounds / 2));
        Overhead overhead = new Overhead(shop, cluster, NAME);
        overhead.rounds(kind.getValue(), rounds);
        report(page, kind.getKey(), overhead);
      }
    }
  }

  private void explain(Page page, Recommender shop) throws IOException {
    page.heading("One shard over REST")
        .paragraph(
            String.format(
                Locale.ROOT,
                "%,d items on one shard of one node with %d MB of heap, asked over HTTP on this"
                    + " machine, ten items a page. *Embedded* is the library's call in the process"
                    + " of the benchmark. *Plain* is a search of the same index by the same REST"
                    + " path without the plugin's query: a `bool` of the typed words, of a `term`"
                    + " for every term that the models look for, and of a scored scan of the"
                    + " documents with a vector for each vector. *Query* is a search by the"
                    + " `kindred` query, *recommend* the whole page with signals and reasons. The"
                    + " four take turns; medians of %d rounds. The promise is about *query*: at"
                    + " most %.1f of embedded plus plain.",
                shop.size(),
                heap,
                rounds,
                LIMIT))
        .table(
            "what is asked",
            "times",
            "embedded ms",
            "plain ms",
            "query ms",
            "recommend ms",
            "query p95 ms",
            "query / (embedded + plain)",
            "at most 1.3");
  }

  private static void report(Page page, String kind, Overhead overhead) {
    Sample query = overhead.millis(Way.QUERY);
    page.row(
        kind,
        Integer.toString(query.size()),
        Page.number(overhead.millis(Way.EMBEDDED).median(), 2),
        Page.number(overhead.millis(Way.PLAIN).median(), 2),
        Page.number(query.median(), 2),
        Page.number(overhead.millis(Way.RECOMMEND).median(), 2),
        Page.number(query.quantile(0.95), 2),
        Page.number(overhead.ratio(Way.QUERY), 2),
        Page.verdict(overhead.ratio(Way.QUERY) <= LIMIT));
  }
}
