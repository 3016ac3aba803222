package dev.kindred.benchmarks.kernels;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.tools.cli.Action;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kindred bench kernels}. */
@Command(
    name = "kernels",
    description = "The float kernels against EJML and the machine's multiply-add limit.",
    footerHeading = "%nExample:%n",
    footer = "  kindred bench kernels")
public final class KernelsCommand extends Action {
  @Mixin private PageOptions pages;
  @Spec private CommandSpec spec;

  /** GFLOP/s by shape, of both, and the limit. */
  private static final class Rates {
    private final Map<KernelBenchmark.Shape, Double> kindred = new TreeMap<>();
    private final Map<KernelBenchmark.Shape, Double> ejml = new TreeMap<>();
    private double peak;

    Rates(Collection<RunResult> results) {
      results.forEach(this::add);
    }

    /** A neighbour on the machine can only slow a run down, so the best iteration counts. */
    private void add(RunResult result) {
      String benchmark = result.getParams().getBenchmark();
      double best = result.getPrimaryResult().getStatistics().getMin() * 1e3;
      if (benchmark.endsWith(".peak")) {
        peak = PeakBenchmark.flops() / best;
        return;
      }
      var shape = KernelBenchmark.Shape.valueOf(result.getParams().getParam("shape"));
      (benchmark.endsWith(".ejml") ? ejml : kindred).put(shape, shape.flops() / best);
    }
  }

  @Override
  protected void run() throws Exception {
    Page page = pages.page("Kernels", spec.root().commandLine().getParseResult().originalArgs());
    remark("running JMH");
    var options =
        new OptionsBuilder()
            .include(KernelBenchmark.class.getPackageName())
            .verbosity(VerboseMode.SILENT)
            .build();
    write(page, new Rates(new Runner(options).run()));
    out().print(page);
    remark("written to " + pages.write("kernels", page));
  }

  private static void write(Page page, Rates rates) {
    page.paragraph(
            "One thread, best of ten iterations. The peak, "
                + number(rates.peak, 1)
                + " GFLOP/s, is fused multiply-adds on registers alone.")
        .table("shape", "kindred GFLOP/s", "of peak", "EJML GFLOP/s", "of peak", "kindred / EJML");
    rates.kindred.forEach(
        (shape, ours) -> {
          double theirs = rates.ejml.getOrDefault(shape, Double.NaN);
          page.row(
              shape.name(),
              number(ours, 1),
              number(ours / rates.peak, 2),
              number(theirs, 1),
              number(theirs / rates.peak, 2),
              number(ours / theirs, 1));
        });
  }
}
