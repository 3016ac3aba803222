package dev.kindred.benchmarks.train;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.data.Interactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Measures ALS in all its cases.
 *
 * @param factors which numbers of factors
 * @param events about how many ratings are simulated
 * @param rounds iterations counted of each case
 * @param threads for our iterations
 * @param seed of the ratings
 * @param log is told what is going on
 */
record TrainBenchmark(
    List<Integer> factors, int events, int rounds, int threads, long seed, Consumer<String> log) {
  private static final double EJML_BAR = 10;
  private static final double KERNEL_BAR = 0.3;

  /** CPU seconds EJML gets a side and round. */
  private static final double EJML_SHARE = 1.5;

  /** Adds what it measures to the page. */
  void run(Page page) throws Exception {
    log.accept("measuring the machine's limits");
    Limits limits = Limits.measure();
    log.accept("simulating ratings");
    Interactions users = new SimulatedRatings(events, seed).interactions();
    Interactions items = users.transpose();
    List<AlsMeasurement> measured = new ArrayList<>();
    for (AlsCase als : cases()) {
      log.accept("running " + als);
      measured.add(new AlsMeasurement(als, users, items, threads, EJML_SHARE).run(users, rounds));
    }
    limits(page, limits);
    iterations(page, limits, users, items, measured);
  }

  private List<AlsCase> cases() {
    List<AlsCase> cases = new ArrayList<>();
    for (int k : factors) {
      cases.add(new AlsCase(k, true, k == 64 ? 5.5 : k == 128 ? 15.3 : Double.NaN));
      cases.add(new AlsCase(k, false, k == 64 ? 3.9 : k == 128 ? 9.1 : Double.NaN));
    }
    return cases;
  }

  private static void limits(Page page, Limits limits) {
    page.heading("What one thread does at most")
        .table("", "GFLOP/s", "of the peak")
        .row("fused multiply-adds on registers (peak)", number(limits.peak(), 1), "1.00")
        .row("our gemm, 1024³", number(limits.gemm(), 1), share(limits.gemm(), limits))
        .row("our syrk, 20,000 × 64", number(limits.syrk(), 1), share(limits.syrk(), limits))
        .row(
            "EJML's `multTransA`, the same",
            number(limits.ejml(), 1),
            share(limits.ejml(), limits));
  }

  private static String share(double rate, Limits limits) {
    return number(rate / limits.peak(), 2);
  }

  private void iterations(
      Page page,
      Limits limits,
      Interactions users,
      Interactions items,
      List<AlsMeasurement> measured) {
    page.heading("One ALS iteration")
        .paragraph(
            String.format(
                Locale.ROOT,
                "%,d users × %,d items, %,d ratings, simulated; median of %d iterations after one of"
                    + " warming up, %d thread(s). An iteration solves both sides and computes the"
                    + " loss.",
                users.users().size(),
                users.items().size(),
                users.size(),
                rounds,
                threads))
        .table(
            "solver",
            "factors",
            "CPU s",
            "GFLOP",
            "GFLOP/s",
            "of kernels' best",
            "of peak",
            "EJML CPU s",
            "EJML / ours",
            "prototype CPU s");
    for (AlsMeasurement one : measured) {
      AlsCase als = one.als();
      double gflop = als.flops(users, items) / 1e9;
      double seconds = one.ours().median();
      page.row(
          als.solver(),
          Integer.toString(als.factors()),
          number(seconds, 2),
          number(gflop, 1),
          number(gflop / seconds, 1),
          number(gflop / seconds / limits.kernels(), 2),
          number(gflop / seconds / limits.peak(), 2),
          number(one.ejml().median(), 1),
          number(one.ejml().medianRatio(one.ours()), 1),
          number(als.prototype(), 1));
    }
    notes(page);
    bars(page, limits, users, items, measured);
  }

  private static void notes(Page page) {
    page.paragraph(
            "Operations, a multiply-add counted as two, of N entries, m users, n items and k"
                + " factors. Cholesky: `2N(k(k+1) + 2k)` for gathering, `(m+n)(k³/3 + 2k²)` for"
                + " solving. CG: `4(2N·4k + (m+n)·2k²)`. Both: `2(m+n)k(k+1)` for the Gram matrices"
                + " of solving and of the loss, `2Nk` for the loss. CG does far fewer operations,"
                + " each of which waits for memory, so its GFLOP/s say little.")
        .paragraph(
            "EJML: exact, float, one thread, `multInner` and `LinearSolverFactory_FDRM.symmPosDef`,"
                + " without the loss; every n-th row solved and the time extrapolated by operations,"
                + " by turns with our iterations. The prototype's figures come from another machine"
                + " and are for orientation.");
  }

  private static void bars(
      Page page,
      Limits limits,
      Interactions users,
      Interactions items,
      List<AlsMeasurement> measured) {
    page.heading("Bars").table("bar", "measured", "");
    for (AlsMeasurement one : measured) {
      double ratio = one.ejml().medianRatio(one.ours());
      String is = one.als().toString();
      page.row(is + ": ≥ 10 × EJML", number(ratio, 1) + " ×", Page.verdict(ratio >= EJML_BAR));
      if (one.als().exact()) {
        double rate = one.als().flops(users, items) / one.ours().median() / 1e9;
        double share = rate / limits.kernels();
        page.row(
            is + ": ≥ 30 % of the kernels' best rate",
            number(100 * share, 0) + " %",
            Page.verdict(share >= KERNEL_BAR));
      }
    }
  }
}
