package dev.kindred.tools.train.cold;

import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The linear map B that minimises {@code Σ w·‖y − B·z‖² + λ·‖B‖²}, the last number of z, which is
 * always 1, not penalised. λ is relative to the mean of the penalised diagonal of {@code Σ w·z·zᵀ};
 * where none is given it is chosen on a fifth of the rows. The map is then stretched, so that on
 * those rows predictions are on average as long as what they predict.
 */
final class Ridge {
  private static final double[] CHOICE = {0.003, 0.01, 0.03, 0.1, 0.3, 1, 3};
  private static final int HELD_OUT = 5;

  /** Of the intercept: keeps the equations solvable where all weights are 0. */
  private static final double LEAST = 1e-9;

  private final Samples samples;
  private final float[] map;
  private double lambda;
  private double explained;
  private double stretch = 1;

  /**
   * @param regularization λ; 0 to choose it
   * @param norm 0 to 1: how much of the stretch is applied
   */
  Ridge(Samples samples, double regularization, double norm) {
    this.samples = samples;
    Samples rest = samples.every(HELD_OUT, false);
    lambda = regularization > 0 ? regularization : CHOICE[CHOICE.length - 1];
    if (rest.size() > 0) {
      choose(rest, samples.every(HELD_OUT, true), regularization);
    }
    DMatrixRMaj all = new Equations(samples).solve(lambda);
    map = new float[all.data.length];
    for (int i = 0; i < map.length; i++) {
      map[i] = (float) (all.data[i] * Math.pow(stretch, norm));
    }
  }

  private void choose(Samples rest, Samples heldOut, double regularization) {
    Equations equations = new Equations(rest);
    double least = Double.POSITIVE_INFINITY;
    for (double one : regularization > 0 ? new double[] {regularization} : CHOICE) {
      Fit fit = Fit.of(equations.solve(one), heldOut);
      if (fit.missed < least) {
        least = fit.missed;
        lambda = one;
        explained = fit.all == 0 ? 0 : 1 - fit.missed / fit.all;
        stretch = fit.predicted == 0 ? 1 : fit.truth / fit.predicted;
      }
    }
  }

  /** Row-major, one row for each number of z. */
  float[] map() {
    return map;
  }

  /** What was found on the way. */
  Map<String, Double> metrics(String target) {
    return Map.of(
        target + "_items", (double) samples.size(),
        target + "_lambda", lambda,
        target + "_explained", explained,
        target + "_stretch", stretch);
  }

  /**
   * How well a map does on rows it has not seen.
   *
   * @param missed weighted squares of the differences
   * @param all weighted squares of the differences from the mean
   * @param truth weighted lengths of what was to be predicted
   * @param predicted weighted lengths of what was predicted
   */
  private record Fit(double missed, double all, double truth, double predicted) {
    static Fit of(DMatrixRMaj map, Samples rows) {
      int d = rows.dimension();
      double[] mean = new double[d];
      double weights = 0;
      for (int i = 0; i < rows.size(); i++) {
        weights += rows.weights()[i];
        for (int f = 0; f < d; f++) {
          mean[f] += rows.weights()[i] * rows.wanted()[i][f];
        }
      }
      double missed = 0;
      double all = 0;
      double truth = 0;
      double predicted = 0;
      for (int i = 0; i < rows.size(); i++) {
        double weight = rows.weights()[i];
        float[] y = rows.wanted()[i];
        double[] x = apply(map, rows.known()[i]);
        double squareX = 0;
        double squareY = 0;
        for (int f = 0; f < d; f++) {
          missed += weight * (y[f] - x[f]) * (y[f] - x[f]);
          double off = y[f] - mean[f] / Math.max(weights, LEAST);
          all += weight * off * off;
          squareX += x[f] * x[f];
          squareY += y[f] * y[f];
        }
        truth += weight * Math.sqrt(squareY);
        predicted += weight * Math.sqrt(squareX);
      }
      return new Fit(missed, all, truth, predicted);
    }

    private static double[] apply(DMatrixRMaj map, float[] z) {
      int d = map.numCols;
      double[] x = new double[d];
      for (int i = 0; i < z.length; i++) {
        for (int f = 0; f < d && z[i] != 0; f++) {
          x[f] += z[i] * map.data[i * d + f];
        }
      }
      return x;
    }
  }

  /** {@code Σ w·z·zᵀ} and {@code Σ w·z·yᵀ}. */
  private static final class Equations {
    private final int width;
    private final DMatrixRMaj gram;
    private final DMatrixRMaj right;

    Equations(Samples samples) {
      width = samples.width();
      int d = samples.dimension();
      gram = new DMatrixRMaj(width, width);
      right = new DMatrixRMaj(width, d);
      for (int row = 0; row < samples.size(); row++) {
        float[] z = samples.known()[row];
        float[] y = samples.wanted()[row];
        for (int i = 0; i < width; i++) {
          double weighted = samples.weights()[row] * z[i];
          for (int j = 0; j < width && weighted != 0; j++) {
            gram.data[i * width + j] += weighted * z[j];
          }
          for (int f = 0; f < d && weighted != 0; f++) {
            right.data[i * d + f] += weighted * y[f];
          }
        }
      }
    }

    DMatrixRMaj solve(double regularization) {
      DMatrixRMaj matrix = gram.copy();
      double trace = 0;
      for (int i = 0; i + 1 < width; i++) {
        trace += gram.get(i, i);
      }
      double penalty = Math.max(LEAST, regularization * trace / Math.max(1, width - 1));
      for (int i = 0; i < width; i++) {
        matrix.add(i, i, i + 1 < width ? penalty : LEAST);
      }
      DMatrixRMaj solution = new DMatrixRMaj(width, right.numCols);
      LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(width);
      if (!solver.setA(matrix)) {
        throw new IllegalStateException("equations of " + width + " numbers have no solution");
      }
      solver.solve(right, solution);
      return solution;
    }
  }
}
