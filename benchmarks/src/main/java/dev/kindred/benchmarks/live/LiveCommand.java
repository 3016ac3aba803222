package dev.kindred.benchmarks.live;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.tools.cli.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.util.IOUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kindred bench live}. */
@Command(
    name = "live",
    description = "Live events: what survives SIGKILL, how fast they are, what they cost readers.",
    footerHeading = "%nExample:%n",
    footer = "  kindred bench live --kills 200")
public final class LiveCommand extends Action {
  /** A page holds them all. */
  private static final int ITEMS = 100;

  @Option(
      names = "--kills",
      paramLabel = "N",
      description = "How many ingesting processes to kill. Default: ${DEFAULT-VALUE}.",
      defaultValue = "200")
  private int kills;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "How long each measurement takes. Default: ${DEFAULT-VALUE}.",
      defaultValue = "5")
  private double seconds;

  @Mixin private PageOptions pages;
  @Spec private CommandSpec spec;

  @Override
  protected void run() throws Exception {
    Page page = pages.page("Live", spec.root().commandLine().getParseResult().originalArgs());
    Path folder = Files.createTempDirectory("kindred-live");
    try {
      kills(page, folder.resolve("killed"));
      itemKills(page, folder.resolve("items"));
      throughput(page, folder.resolve("rates"));
      readers(page, folder.resolve("readers"));
    } finally {
      IOUtils.rm(folder);
    }
    out().print(page);
    remark("written to " + pages.write("live", page));
  }

  private void kills(Page page, Path folder) throws IOException, InterruptedException {
    KillHarness.Result result = new KillHarness(folder, globals().seed()).run(kills);
    page.heading("Durability")
        .paragraph(
            "A process with 4 threads that ingest batches of 20 events without a pause is killed"
                + " by SIGKILL at a random moment, again and again in one folder; a fifth of them"
                + " while it still recovers. After each, the store is opened and every event"
                + " acknowledged since the last kill is looked for, at the end every event of all."
                + " A torn write of the machine itself is not simulated here.")
        .table("", "")
        .row("processes killed", Integer.toString(result.kills()))
        .row("of them before they acknowledged anything", Integer.toString(result.early()))
        .row("events acknowledged", Page.number(result.acknowledged(), 0))
        .row("events looked for", Page.number(result.checked(), 0))
        .row("lost, or there twice", Integer.toString(result.faults().size()))
        .row("every acknowledged event exactly once", Page.verdict(result.faults().isEmpty()));
    result.faults().stream().limit(10).forEach(this::remark);
    remark(result.kills() + " kills, " + result.faults().size() + " faults");
  }

  private void itemKills(Page page, Path folder) throws IOException, InterruptedException {
    Readers shop = Readers.build(folder, ITEMS, globals().seed(), globals().threads());
    ItemKillHarness.Result result = new ItemKillHarness(shop, globals().seed()).run(kills);
    page.heading("Durability of what becomes of items")
        .paragraph(
            "A process that serves an index of "
                + ITEMS
                + " items takes in "
                + Changes.EVENTS
                + " events a change, sets the prices of "
                + Changes.SOLD
                + " items together every "
                + Changes.PRICED
                + "rd change, tells a bandit what came of "
                + Changes.SHOWN
                + " items of a page every "
                + Changes.REWARDED
                + "nd, and makes all visible every "
                + Changes.SEEN
                + "th, without a pause, and is killed by SIGKILL at a random moment; a fifth of"
                + " them while it still opens the index. After each the index is opened: demand"
                + " must have grown by exactly the events that are stored, the prices must be those"
                + " acknowledged last, and the bandit must have learned each reward once; of the change that was on its way all or nothing.")
        .table("", "")
        .row("processes killed", Integer.toString(result.kills()))
        .row("changes acknowledged", Page.number(result.acknowledged(), 0))
        .row("events in the demand", Page.number(result.views(), 0))
        .row("rewards learned", Page.number(result.rewards(), 0))
        .row("faults", Integer.toString(result.faults().size()))
        .row("every acknowledged change exactly once", Page.verdict(result.faults().isEmpty()));
    result.faults().stream().limit(10).forEach(this::remark);
    remark(result.kills() + " kills while items change, " + result.faults().size() + " faults");
  }

  private void throughput(Page page, Path folder) throws IOException, InterruptedException {
    page.heading("Acknowledged events a second")
        .paragraph(
            "Each caller waits until its batch is on the disk. Beside it bare Lucene: one document"
                + " an event, one commit for as many events as all callers hand over at a time,"
                + " which is the largest group they can share.")
        .table(
            "callers × batch",
            "Kindred events/s",
            "wait p50 ms",
            "wait p99 ms",
            "Lucene events/s",
            "commit p50 ms",
            "ratio");
    int[][] shapes = {{1, 1}, {8, 1}, {32, 1}, {1, 100}, {8, 100}};
    for (int[] shape : shapes) {
      Throughput throughput = new Throughput(shape[0], shape[1]);
      String name = shape[0] + " × " + shape[1];
      Path own = Files.createDirectories(folder.resolve(shape[0] + "-" + shape[1]));
      Throughput.Measured ours = throughput.store(own.resolve("kindred"), seconds);
      Throughput.Measured lucene = throughput.lucene(own.resolve("lucene"), seconds);
      page.row(
          name,
          Page.number(ours.rate(), 0),
          Page.number(ours.waits().median(), 2),
          Page.number(ours.waits().quantile(0.99), 2),
          Page.number(lucene.rate(), 0),
          Page.number(lucene.waits().median(), 2),
          Page.number(ours.rate() / lucene.rate(), 1));
      remark(name + " measured");
    }
  }

  private void readers(Page page, Path folder) throws IOException, InterruptedException {
    Readers readers = Readers.build(folder, 2000, globals().seed(), globals().threads());
    readers.ask(seconds, true);
    Readers.Met idle = readers.ask(2 * seconds, false);
    Readers.Met busy = readers.ask(2 * seconds, true);
    page.heading("Recommendations while events come in")
        .paragraph(
            Readers.READERS
                + " threads ask for pages of 20 without a pause (2,000 items, 500 users; popularity,"
                + " trend, content, itemknn), alone and beside one thread that appends events one"
                + " by one without a pause. A page is torn when it is short or has an item twice.")
        .table("", "alone", "beside a writer")
        .row("pages", count(idle), count(busy))
        .row("torn pages, errors", Long.toString(idle.torn()), Long.toString(busy.torn()))
        .row("p50 ms", quantile(idle, 0.5), quantile(busy, 0.5))
        .row("p99 ms", quantile(idle, 0.99), quantile(busy, 0.99))
        .row("events acknowledged", "0", Page.number(busy.written(), 0));
    double ratio = busy.waits().quantile(0.99) / idle.waits().quantile(0.99);
    page.paragraph(
        "p99 beside a writer is "
            + Page.number(ratio, 2)
            + " times the p99 alone; at most 3: "
            + Page.verdict(ratio <= 3)
            + ".");
  }

  private static String count(Readers.Met met) {
    return Page.number(met.waits().size(), 0);
  }

  private static String quantile(Readers.Met met, double share) {
    return Page.number(met.waits().quantile(share), 2);
  }
}
