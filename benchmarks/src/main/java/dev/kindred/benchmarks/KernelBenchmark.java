package dev.kindred.benchmarks;

import dev.kindred.internal.math.Kernels;
import java.util.Collection;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_FDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The float kernels against EJML on one thread, both as shares of what the machine can do at most:
 * fused multiply-adds on registers alone. {@link #main} prints GFLOP/s, taking each benchmark's
 * best iteration, since a neighbour on the machine can only slow one down.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class KernelBenchmark {

  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int PEAK_STEPS = 10_000;
  private static final int PEAK_ACCUMULATORS = 12;

  /** What is computed; the size is the number of columns. */
  public enum Shape {
    SYRK_64(64),
    SYRK_128(128),
    GEMM_1024(1024),
    SOLVE_64(64),
    SOLVE_128(128);

    static final int SYRK_ROWS = 20_000;

    final int size;

    Shape(int size) {
      this.size = size;
    }

    /** Floating point operations, a multiply-add counted as two and a symmetric half as none. */
    double flops() {
      double k = size;
      return switch (this) {
        case SYRK_64, SYRK_128 -> SYRK_ROWS * k * (k + 1);
        case GEMM_1024 -> 2 * k * k * k;
        case SOLVE_64, SOLVE_128 -> k * k * k / 3 + 2 * k * k;
      };
    }
  }

  @Param public Shape shape;

  private final Kernels kernels = Kernels.get();
  private FMatrixRMaj a;
  private FMatrixRMaj b;
  private FMatrixRMaj c;
  private FMatrixRMaj x;
  private LinearSolverDense<FMatrixRMaj> solver;

  /** Fills the operands; for a solve, a matrix that is positive definite. */
  @Setup
  public void setUp() {
    Random random = new Random(1);
    int k = shape.size;
    boolean syrk = shape == Shape.SYRK_64 || shape == Shape.SYRK_128;
    a = random(random, syrk ? Shape.SYRK_ROWS : k, k);
    b = random(random, k, k);
    c = new FMatrixRMaj(k, k);
    x = new FMatrixRMaj(k, 1);
    solver = LinearSolverFactory_FDRM.symmPosDef(k);
    if (shape == Shape.SOLVE_64 || shape == Shape.SOLVE_128) {
      CommonOps_FDRM.multTransA(b, b, a);
      for (int i = 0; i < k; i++) {
        a.add(i, i, 1);
      }
      b = random(random, k, 1);
    }
  }

  private static FMatrixRMaj random(Random random, int rows, int columns) {
    FMatrixRMaj m = new FMatrixRMaj(rows, columns);
    for (int i = 0; i < m.data.length; i++) {
      m.data[i] = random.nextFloat() - 0.5f;
    }
    return m;
  }

  @Benchmark
  public float[] kindred() {
    int k = shape.size;
    switch (shape) {
      case SYRK_64, SYRK_128 -> {
        c.zero();
        kernels.syrk(Shape.SYRK_ROWS, k, a.data, 0, k, c.data, 0, k);
      }
      case GEMM_1024 -> {
        c.zero();
        kernels.gemm(k, k, k, 1, a.data, 0, k, b.data, 0, k, c.data, 0, k);
      }
      case SOLVE_64, SOLVE_128 -> {
        System.arraycopy(a.data, 0, c.data, 0, k * k);
        System.arraycopy(b.data, 0, x.data, 0, k);
        kernels.cholesky(k, c.data, 0, k);
        kernels.choleskySolve(k, c.data, 0, k, x.data, 0);
      }
    }
    return c.data;
  }

  @Benchmark
  public float[] ejml() {
    int k = shape.size;
    switch (shape) {
      case SYRK_64, SYRK_128 -> CommonOps_FDRM.multTransA(a, a, c);
      case GEMM_1024 -> CommonOps_FDRM.mult(a, b, c);
      case SOLVE_64, SOLVE_128 -> {
        System.arraycopy(a.data, 0, c.data, 0, k * k);
        solver.setA(c);
        solver.solve(b, x);
      }
    }
    return c.data;
  }

  /** Independent chains of fused multiply-adds that never touch memory. */
  @State(Scope.Thread)
  public static class Peak {

    static double flops() {
      return 2.0 * PEAK_ACCUMULATORS * S.length() * PEAK_STEPS;
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    @Warmup(iterations = 5, time = 1)
    @Measurement(iterations = 10, time = 300, timeUnit = TimeUnit.MILLISECONDS)
    @Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
    public float peak() {
      FloatVector m = FloatVector.broadcast(S, 0.999f);
      FloatVector b = FloatVector.broadcast(S, 0.001f);
      FloatVector s0 = b;
      FloatVector s1 = b;
      FloatVector s2 = b;
      FloatVector s3 = b;
      FloatVector s4 = b;
      FloatVector s5 = b;
      FloatVector s6 = b;
      FloatVector s7 = b;
      FloatVector s8 = b;
      FloatVector s9 = b;
      FloatVector s10 = b;
      FloatVector s11 = b;
      for (int i = 0; i < PEAK_STEPS; i++) {
        s0 = s0.fma(m, b);
        s1 = s1.fma(m, b);
        s2 = s2.fma(m, b);
        s3 = s3.fma(m, b);
        s4 = s4.fma(m, b);
        s5 = s5.fma(m, b);
        s6 = s6.fma(m, b);
        s7 = s7.fma(m, b);
        s8 = s8.fma(m, b);
        s9 = s9.fma(m, b);
        s10 = s10.fma(m, b);
        s11 = s11.fma(m, b);
      }
      FloatVector low = s0.add(s1).add(s2).add(s3).add(s4).add(s5);
      FloatVector high = s6.add(s7).add(s8).add(s9).add(s10).add(s11);
      return low.add(high).reduceLanes(VectorOperators.ADD);
    }
  }

  /** Runs all of it; arguments are JMH's. */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    var options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(args))
            .include(KernelBenchmark.class.getSimpleName())
            .build();
    print(new Runner(options).run());
  }

  private static void print(Collection<RunResult> results) {
    double peak = 0;
    var kindred = new TreeMap<Shape, Double>();
    var ejml = new TreeMap<Shape, Double>();
    for (RunResult result : results) {
      String benchmark = result.getParams().getBenchmark();
      double best = result.getPrimaryResult().getStatistics().getMin() * 1e3;
      if (benchmark.endsWith(".peak")) {
        peak = Peak.flops() / best;
      } else {
        Shape shape = Shape.valueOf(result.getParams().getParam("shape"));
        (benchmark.endsWith(".ejml") ? ejml : kindred).put(shape, shape.flops() / best);
      }
    }
    System.out.printf("%n%s, peak %.1f GFLOP/s%n", Kernels.get().name(), peak);
    System.out.println("shape        kindred  of peak     ejml  of peak  kindred/ejml");
    for (Shape shape : kindred.keySet()) {
      double ours = kindred.get(shape);
      double theirs = ejml.getOrDefault(shape, Double.NaN);
      System.out.printf(
          "%-10s %9.1f %8.2f %8.1f %8.2f %13.1f%n",
          shape, ours, ours / peak, theirs, theirs / peak, ours / theirs);
    }
  }
}
