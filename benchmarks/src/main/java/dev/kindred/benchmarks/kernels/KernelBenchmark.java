package dev.kindred.benchmarks.kernels;

import dev.kindred.internal.math.Kernels;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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

/**
 * The float kernels against EJML on one thread, both as shares of what the machine can do at most:
 * fused multiply-adds on registers alone.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class KernelBenchmark {

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
    public double flops() {
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
}
