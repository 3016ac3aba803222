package dev.kindred.benchmarks.train;

import dev.kindred.benchmarks.kernels.KernelBenchmark;
import dev.kindred.benchmarks.kernels.KernelBenchmark.Shape;
import dev.kindred.benchmarks.kernels.PeakBenchmark;
import dev.kindred.benchmarks.report.Clock;
import java.util.function.Supplier;

/**
 * What one thread of the machine does at most, in GFLOP/s, each as its best tenth of a second.
 *
 * @param peak fused multiply-adds on registers alone
 * @param gemm our product of two 1024 × 1024 matrices
 * @param syrk our AᵀA of 20,000 × 64
 * @param ejml the same by EJML
 */
record Limits(double peak, double gemm, double syrk, double ejml) {
  private static final int TRIES = 15;
  private static final double SECONDS = 0.1;

  /** The best of our own kernels: what an iteration could reach if it were nothing else. */
  double kernels() {
    return Math.max(gemm, syrk);
  }

  static Limits measure() throws Exception {
    PeakBenchmark peak = new PeakBenchmark();
    KernelBenchmark gemm = benchmark(Shape.GEMM_1024);
    KernelBenchmark syrk = benchmark(Shape.SYRK_64);
    return new Limits(
        rate(PeakBenchmark.flops(), peak::peak),
        rate(Shape.GEMM_1024.flops(), gemm::kindred),
        rate(Shape.SYRK_64.flops(), syrk::kindred),
        rate(Shape.SYRK_64.flops(), syrk::ejml));
  }

  private static KernelBenchmark benchmark(Shape shape) {
    KernelBenchmark benchmark = new KernelBenchmark();
    benchmark.shape = shape;
    benchmark.setUp();
    return benchmark;
  }

  private static double rate(double flops, Supplier<?> work) throws Exception {
    double best = 0;
    for (int i = 0; i < TRIES; i++) {
      long[] runs = {0};
      double seconds =
          Clock.THREAD.seconds(
              () -> {
                long end = System.nanoTime() + (long) (SECONDS * 1e9);
                while (System.nanoTime() < end) {
                  work.get();
                  runs[0]++;
                }
              });
      best = Math.max(best, runs[0] * flops / seconds / 1e9);
    }
    return best;
  }
}
