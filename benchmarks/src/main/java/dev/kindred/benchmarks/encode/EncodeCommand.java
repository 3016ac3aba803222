package dev.kindred.benchmarks.encode;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.tools.cli.Action;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kindred bench encode}. */
@Command(
    name = "encode",
    description = "How long models take to read a history, and what they allocate.",
    footerHeading = "%nExample:%n",
    footer = "  kindred bench encode")
public final class EncodeCommand extends Action {
  private static final String ALLOCATION = "gc.alloc.rate.norm";
  private static final double MEDIAN = 50;
  private static final double LATE = 99;

  /** Microseconds. */
  private static final double BAR = 1000;

  @Mixin private PageOptions pages;
  @Spec private CommandSpec spec;

  @Override
  protected void run() throws Exception {
    Page page = pages.page("Encoding", spec.root().commandLine().getParseResult().originalArgs());
    remark("running JMH");
    sequences(page.heading("Sequence models"));
    preferences(page.heading("Category preferences"));
    out().print(page);
    remark("written to " + pages.write("encode", page));
  }

  private static Collection<RunResult> run(Class<?> benchmark) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(benchmark.getSimpleName())
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .build();
    return new Runner(options).run();
  }

  private static void preferences(Page page) throws RunnerException {
    page.paragraph(
            "What `preference` computes for a request rather than storing it: the latest 100 of a"
                + " user's "
                + PreferenceBenchmark.EVENTS
                + " events, their items looked up in a catalogue of "
                + number(PreferenceBenchmark.ITEMS, 0)
                + ", their categories added up. One thread.")
        .table("items", "p50 µs", "p99 µs", "bytes");
    for (RunResult result : run(PreferenceBenchmark.class)) {
      Statistics times = result.getPrimaryResult().getStatistics();
      page.row(
          result.getParams().getParam("items"),
          number(times.getPercentile(MEDIAN), 1),
          number(times.getPercentile(LATE), 1),
          number(allocated(result), 0));
    }
  }

  private static void sequences(Page page) throws RunnerException {
    page.paragraph(
            "One thread; 3,416 items, width 64, sasrec with 2 blocks and 1 head. The result is a"
                + " vector and the parts of the latest 20 events: its size is that of 21 vectors"
                + " and a map, whatever the session's length, so equal bytes for 50 and 200 events"
                + " mean that nothing else is allocated. Bytes are the least of five iterations,"
                + " for code that is not compiled yet allocates. The bar is 1 ms for 50 events at"
                + " p50.")
        .table("model", "events", "p50 µs", "p99 µs", "bytes", "bar");
    for (RunResult result : run(EncodeBenchmark.class)) {
      Statistics times = result.getPrimaryResult().getStatistics();
      page.row(
          result.getParams().getParam("model"),
          result.getParams().getParam("events"),
          number(times.getPercentile(MEDIAN), 1),
          number(times.getPercentile(LATE), 1),
          number(allocated(result), 0),
          "50".equals(result.getParams().getParam("events"))
              ? Page.verdict(times.getPercentile(MEDIAN) <= BAR)
              : "");
    }
  }

  private static double allocated(RunResult result) {
    Result<?> bytes = result.getSecondaryResults().get(ALLOCATION);
    return bytes == null ? Double.NaN : bytes.getStatistics().getMin();
  }
}
