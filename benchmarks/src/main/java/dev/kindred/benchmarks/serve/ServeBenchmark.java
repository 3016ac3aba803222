package dev.kindred.benchmarks.serve;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.lucene.util.IOUtils;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures answers.
 *
 * @param data a MovieLens folder; null simulates one of the size of MovieLens 1M
 * @param rounds of the comparison by CPU time
 * @param jmh whether to run the JMH part
 * @param threads for building
 * @param seed of the simulation
 * @param log is told what is going on
 */
record ServeBenchmark(
    Path data, int rounds, boolean jmh, int threads, long seed, Consumer<String> log) {
  private static final double BAR = 1.5;

  void run(Page page) throws Exception {
    Path folder = Files.createTempDirectory("kindred-bench-serve");
    try {
      log.accept("building the index");
      Shop shop = Shop.build(folder, data, threads, seed);
      double ratio = phases(page, shop);
      if (jmh) {
        jmh(page, shop);
      }
      log.accept("serving in two processes, with and without the Vector API");
      Children children = Children.of(shop);
      whole(page, children);
      bars(page, ratio, children);
    } finally {
      IOUtils.rm(folder);
    }
  }

  private double phases(Page page, Shop shop) throws Exception {
    log.accept("measuring the phases by turns");
    try (Prepared prepared = Prepared.of(shop)) {
      Phases phases = new Phases(prepared).run(rounds);
      page.heading("Phases of an answer, by turns")
          .paragraph(about(prepared))
          .table("phase", "CPU µs", "of candidates alone");
      Sample candidates = phases.micros().get(Phases.CANDIDATES);
      phases
          .micros()
          .forEach(
              (name, sample) ->
                  page.row(
                      name, number(sample.median(), 0), number(sample.medianRatio(candidates), 2)));
      return phases.ratio();
    }
  }

  private void row(Page page, String name, Sample sample, Sample candidates) {
    String micros = number(sample.median(), 0);
    String ratio = number(sample.medianRatio(candidates), 2);
    page.row(name, micros, ratio);
    log.accept(name + ": " + micros + " µs, " + ratio + " of candidates alone");
  }

  private String about(Prepared prepared) {
    Sample history = new Sample();
    Sample candidates = new Sample();
    for (int user = 0; user < prepared.size(); user++) {
      history.add(prepared.history(user));
      candidates.add(prepared.candidates(user).length);
    }
    return String.format(
        Locale.ROOT,
        "%s: %,d items in %d segment(s); %d users with a history of %.0f events in the median"
            + " (%.0f at most). Profile of five signals: content, itemknn (100 neighbours), ease (200),"
            + " als (64 factors), popularity; each is a retriever of depth 500 too, and the"
            + " median union is %.0f candidates. CPU time of one thread, mean over users, median"
            + " of %d rounds. A signal's row is the blend of that signal alone.",
        data == null ? "Simulated, of the size of MovieLens 1M" : "MovieLens",
        prepared.searcher().getIndexReader().maxDoc(),
        prepared.searcher().getIndexReader().leaves().size(),
        prepared.size(),
        history.median(),
        history.quantile(1),
        candidates.median(),
        rounds);
  }

  private void jmh(Page page, Shop shop) throws Exception {
    log.accept("running JMH");
    var options =
        new OptionsBuilder()
            .include(PhaseBenchmark.class.getSimpleName())
            .addProfiler(GCProfiler.class)
            .jvmArgsAppend("-D" + PhaseBenchmark.SHOP + "=" + shop.folder())
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    page.heading("The same by JMH")
        .paragraph("Wall time of one call; bytes by `-prof gc`. On the candidates of each user.")
        .table("", "p50 µs", "p99 µs", "KB a call");
    for (RunResult result : results) {
      var time = result.getPrimaryResult().getStatistics();
      Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
      page.row(
          "`" + result.getPrimaryResult().getLabel() + "`",
          number(time.getPercentile(50), 0),
          number(time.getPercentile(99), 0),
          bytes == null ? "–" : number(bytes.getScore() / 1024, 0));
    }
  }

  private static void whole(Page page, Children children) {
    page.heading("Whole recommendations")
        .paragraph(
            "`Recommender.recommend` for a page of 20, from the user's name: history looked up,"
                + " models asked, candidates, blend, reasons. One thread, warm.")
        .table("Vector API", "kernels", "p50 ms", "p99 ms", "CPU ms (median)", "KB a call");
    row(page, "with", children.with());
    row(page, "without", children.without());
  }

  private static void row(Page page, String name, ServingProcess.Found found) {
    page.row(
        name,
        found.kernels(),
        number(found.p50(), 2),
        number(found.p99(), 2),
        number(found.cpu(), 2),
        number(found.kilobytes(), 0));
  }

  private static void bars(Page page, double ratio, Children children) {
    int users = children.with().pages().size();
    page.heading("Bars")
        .table("bar", "measured", "")
        .row(
            "candidates and blend: ≤ 1.5 × candidates alone",
            number(ratio, 2) + " ×",
            Page.verdict(ratio <= BAR))
        .row(
            "the same pages with and without the Vector API",
            children.equalPages() + " of " + users,
            Page.verdict(children.equalPages() == users))
        .row(
            "largest difference of two scores, relative",
            String.format(Locale.ROOT, "%.1e", children.largestDifference()),
            "");
  }
}
