package dev.kindred.benchmarks.train;

import dev.kindred.benchmarks.report.Clock;
import dev.kindred.data.Interactions;
import java.util.Random;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_FDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Exact ALS as one would write it with EJML's float matrices and nothing else: for each row gather,
 * {@code multInner}, Cholesky. On one thread. Some of the rows are solved; the time of all is
 * extrapolated by operations.
 */
final class EjmlAls {
  private static final float ALPHA = 10;
  private static final float PENALTY = 100;

  /** What EJML does in a second, roughly, for choosing how many rows to solve. */
  private static final double RATE = 3e9;

  private final AlsCase like;
  private final Interactions rows;
  private final double flops;
  private final FMatrixRMaj others;
  private final FMatrixRMaj gram;
  private final FMatrixRMaj normal;
  private final FMatrixRMaj right;
  private final FMatrixRMaj solved;
  private final FMatrixRMaj gathered;
  private final FMatrixRMaj targets;
  private final LinearSolverDense<FMatrixRMaj> solver;
  private double sink;

  /**
   * @param rows this side, with the other side as items
   */
  EjmlAls(int factors, Interactions rows) {
    this.like = new AlsCase(factors, true, Double.NaN);
    this.rows = rows;
    this.flops = like.solving(rows) - like.gram(rows.items().size());
    this.others = random(rows.items().size(), factors);
    this.gram = new FMatrixRMaj(factors, factors);
    this.normal = new FMatrixRMaj(factors, factors);
    this.right = new FMatrixRMaj(factors, 1);
    this.solved = new FMatrixRMaj(factors, 1);
    this.gathered = new FMatrixRMaj(1, factors);
    this.targets = new FMatrixRMaj(1, 1);
    this.solver = LinearSolverFactory_FDRM.symmPosDef(factors);
  }

  private static FMatrixRMaj random(int rows, int columns) {
    Random random = new Random(1);
    FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
    for (int i = 0; i < matrix.data.length; i++) {
      matrix.data[i] = (random.nextFloat() - 0.5f) / columns;
    }
    return matrix;
  }

  /**
   * CPU seconds for all rows, from as many of them as take about so long.
   *
   * @param round 0, 1, …: others are taken every time
   */
  double seconds(double about, int round) throws Exception {
    double fixed = Clock.THREAD.seconds(() -> CommonOps_FDRM.multInner(others, gram));
    int step = (int) Math.max(1, flops / (RATE * about));
    double[] done = {0};
    double sampled =
        Clock.THREAD.seconds(
            () -> {
              for (int row = round % step; row < rows.users().size(); row += step) {
                done[0] += solve(row);
              }
            });
    return fixed + sampled * flops / done[0];
  }

  /** Returns the operations it took. */
  private double solve(int row) {
    int entries = rows.to(row) - rows.from(row);
    if (entries == 0) {
      return 0;
    }
    gather(row, entries);
    CommonOps_FDRM.multInner(gathered, normal);
    CommonOps_FDRM.addEquals(normal, gram);
    for (int i = 0; i < like.factors(); i++) {
      normal.add(i, i, PENALTY);
    }
    CommonOps_FDRM.multTransA(gathered, targets, right);
    solver.setA(normal);
    solver.solve(right, solved);
    sink += solved.data[0];
    return like.row(entries);
  }

  /** Rows times the root of their weight, so that their inner product is weighted. */
  private void gather(int row, int entries) {
    int k = like.factors();
    gathered.reshape(entries, k);
    targets.reshape(entries, 1);
    float root = (float) Math.sqrt(ALPHA);
    for (int i = 0; i < entries; i++) {
      int from = rows.item(rows.from(row) + i) * k;
      for (int j = 0; j < k; j++) {
        gathered.data[i * k + j] = root * others.data[from + j];
      }
      targets.data[i] = (1 + ALPHA) / root;
    }
  }

  /** Keeps the answers from being optimised away. */
  @Override
  public String toString() {
    return "EJML on " + rows.users().size() + " rows, " + sink;
  }
}
